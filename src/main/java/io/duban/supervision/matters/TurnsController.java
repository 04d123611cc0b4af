package io.duban.supervision.matters;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Times;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the part of the contract about the turns a matter takes: translation only. */
@RestController
class TurnsController implements SupervisionTurnsApi {

    private final Commands commands;
    private final MatterTurnsWork work;
    private final TurnsReading turns;
    private final SupervisionReading reading;
    private final TurnsMapper mapper;
    private final Times times;

    TurnsController(
            Commands commands,
            MatterTurnsWork work,
            TurnsReading turns,
            SupervisionReading reading,
            TurnsMapper mapper,
            Times times) {
        this.commands = commands;
        this.work = work;
        this.turns = turns;
        this.reading = reading;
        this.mapper = mapper;
        this.times = times;
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> proposeSupervisionScopeChange(
            UUID id, UUID key, String ifMatch, Mono<ScopeChangeWishDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> work.scope().propose(id, mapper.toWish(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> decideSupervisionScopeChange(
            UUID id,
            UUID change,
            UUID key,
            String ifMatch,
            Mono<ScopeChangeVerdictDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> work.scope()
                        .decide(
                                id,
                                change,
                                dto.getVerdict() == ScopeChangeVerdictDto.VerdictEnum.APPROVE,
                                dto.getOpinion(),
                                command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> suspendSupervisionMatter(
            UUID id, UUID key, String ifMatch, Mono<SuspensionOrderDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> work.suspending()
                        .suspend(id, mapper.toTerms(dto), times.toDomain(dto.getReviewAt()), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> resumeSupervisionMatter(
            UUID id, UUID key, String ifMatch, Mono<ResumptionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> work.suspending().resume(id, dto.getNote(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> convertSupervisionToLongTerm(
            UUID id, UUID key, String ifMatch, Mono<TrackingOrderDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> work.tracking().convert(id, mapper.toTerms(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> reportSupervisionTracking(
            UUID id, UUID key, String ifMatch, Mono<TrackingReportDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, command -> work.tracking().report(id, dto.getFacts(), dto.getNextStep(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> endSupervisionTracking(
            UUID id, UUID key, String ifMatch, Mono<TrackingEndDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> work.trackingEnd().end(id, dto.getReason(), times.toDomain(dto.getDueAt()), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> cancelSupervisionMatter(
            UUID id, UUID key, String ifMatch, Mono<MatterCancellationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, command -> work.ending().cancel(id, dto.getReason(), dto.getWrongLevel(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> reopenSupervisionMatter(
            UUID id, UUID key, String ifMatch, Mono<MatterReopeningDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> work.ending().reopen(id, mapper.toReturn(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> passSupervisionPart(
            UUID id, UUID key, String ifMatch, Mono<UnitSuccessionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> work.passing()
                        .passPart(id, dto.getUnitId(), dto.getSuccessorUnitId(), dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> passSupervisionMatter(
            UUID id, UUID key, String ifMatch, Mono<OwnerChangeDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, command -> work.passing().passMatter(id, dto.getLeaderId(), dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<ScopeChangeListDto>> listSupervisionScopeChanges(UUID id, ServerWebExchange exchange) {
        return turns.changes(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<TrackingListDto>> listSupervisionTrackings(UUID id, ServerWebExchange exchange) {
        return turns.trackings(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<SuspensionListDto>> listSupervisionSuspensions(ServerWebExchange exchange) {
        return turns.suspended(Access.of(exchange));
    }

    private Mono<ResponseEntity<SupervisionMatterDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<MatterFile>>> step) {
        return commands.execute(exchange, body, SupervisionMatterDto.class, step, reading::answer);
    }
}
