package io.duban.supervision.matters;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the matters' part of the contract: translation only. */
@RestController
class SupervisionController implements SupervisionApi {

    private final Commands commands;
    private final MatterWork work;
    private final SupervisionReading reading;
    private final SupervisionMapper mapper;

    SupervisionController(Commands commands, MatterWork work, SupervisionReading reading, SupervisionMapper mapper) {
        this.commands = commands;
        this.work = work;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> draftSupervisionMatter(
            UUID key, Mono<MatterDraftDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                found(exchange, dto, command -> work.drafting().draft(mapper.toDraft(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> submitSupervisionMatter(
            UUID matterId, UUID key, String ifMatch, Mono<MatterSubmissionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                found(exchange, dto, command -> work.submitting().submit(matterId, mapper.toSubmission(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> approveSupervisionMatter(
            UUID matterId, UUID key, String ifMatch, Mono<MatterVerdictDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> switch (dto.getVerdict()) {
            case APPROVE -> work.approval().approve(matterId, dto.getOpinion(), mapper.toTerms(dto), command);
            case RETURN -> work.approval().returnToDraft(matterId, dto.getOpinion(), command);
            case CANCEL -> work.ending().cancel(matterId, dto.getOpinion(), false, command);
        }));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> issueSupervisionNotice(
            UUID matterId, UUID key, String ifMatch, Mono<NoticeOrderDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> work.issuing().issue(matterId, mapper.toOrder(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> failSupervisionVerification(
            UUID matterId, UUID key, String ifMatch, Mono<VerificationFailureDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, command -> work.closing().verificationFailed(matterId, mapper.toAgain(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> markSupervisionHandled(
            UUID matterId, UUID key, String ifMatch, Mono<HandlingRecordDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> work.closing().markHandled(matterId, dto.getVerification(), mapper.toAnswer(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> strikeOffSupervisionMatter(
            UUID matterId, UUID key, String ifMatch, Mono<StrikeOffDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> dto.getUnitIds().isEmpty()
                        ? work.closing().strikeOff(matterId, dto.getNote(), command)
                        : work.closing()
                                .strikeOffObjects(matterId, Set.copyOf(dto.getUnitIds()), dto.getNote(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> instructSupervisionAgain(
            UUID matterId, UUID key, String ifMatch, Mono<FurtherInstructionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, command -> work.closing().instructAgain(matterId, mapper.toAgain(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> getSupervisionMatter(UUID matterId, ServerWebExchange exchange) {
        return reading.one(matterId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<SupervisionTimelineDto>> getSupervisionTimeline(
            UUID matterId, ServerWebExchange exchange) {
        return reading.timeline(matterId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterPageDto>> listSupervisionMatters(
            List<SupervisionMatterStatusDto> status,
            AlertLightDto light,
            SupervisionKindDto kind,
            UUID unitId,
            UUID planEntryId,
            OffsetDateTime dueBefore,
            Boolean awaitingMe,
            OffsetDateTime updatedSince,
            Integer limit,
            String cursor,
            ServerWebExchange exchange) {
        return reading.page(
                new SupervisionReading.Asked(
                        status, light, kind, unitId, planEntryId, dueBefore, awaitingMe, updatedSince, limit, cursor),
                exchange);
    }

    private Mono<ResponseEntity<SupervisionMatterDto>> found(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<MatterAnswer>>> step) {
        return commands.execute(exchange, body, SupervisionMatterDto.class, step, reading::answer);
    }

    private Mono<ResponseEntity<SupervisionMatterDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<MatterFile>>> step) {
        return commands.execute(exchange, body, SupervisionMatterDto.class, step, reading::answer);
    }
}
