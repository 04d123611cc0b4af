package io.duban.supervision.conclusions;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the conclusions' part of the contract: translation only. */
@RestController
class ConclusionController implements SupervisionConclusionsApi {

    private final Commands commands;
    private final ConclusionWork work;
    private final ConclusionReading reading;
    private final ConclusionMapper mapper;

    ConclusionController(Commands commands, ConclusionWork work, ConclusionReading reading, ConclusionMapper mapper) {
        this.commands = commands;
        this.work = work;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<InspectionConclusionDto>> draftInspectionConclusion(
            UUID matterId, UUID key, Mono<ConclusionDraftDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                onConclusion(exchange, dto, command -> work.drafting().draft(matterId, mapper.toDraft(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<InspectionConclusionDto>> reviseInspectionConclusion(
            UUID id, UUID key, String ifMatch, Mono<ConclusionDraftDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                onConclusion(exchange, dto, command -> work.drafting().revise(id, mapper.toDraft(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<InspectionConclusionDto>> submitInspectionConclusion(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return onConclusion(exchange, "", command -> work.drafting().submit(id, command));
    }

    @Override
    public Mono<ResponseEntity<InspectionConclusionDto>> reviewInspectionConclusion(
            UUID id, UUID key, String ifMatch, Mono<ConclusionReviewDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> onConclusion(exchange, dto, command -> switch (dto.getVerdict()) {
            case APPROVE -> work.issuing().issue(id, dto.getOpinion(), command);
            case RETURN -> work.issuing().returnToDraft(id, dto.getOpinion(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<ObjectFindingDto>> signForObjectFinding(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return commands.execute(
                exchange,
                "",
                ObjectFindingDto.class,
                command -> work.receiving().signFor(id, command),
                reading::answer);
    }

    @Override
    public Mono<ResponseEntity<ConclusionObjectionDto>> fileConclusionObjection(
            UUID id, UUID key, String ifMatch, Mono<ObjectionFilingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                onObjection(exchange, dto, command -> work.filing().file(id, dto.getGrounds(), command)));
    }

    @Override
    public Mono<ResponseEntity<ConclusionObjectionDto>> admitConclusionObjection(
            UUID id, UUID key, String ifMatch, Mono<ObjectionAdmissionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> onObjection(exchange, dto, command -> switch (dto.getVerdict()) {
            case ACCEPT -> work.reviewing().accept(id, command);
            case INADMISSIBLE -> work.reviewing().declareInadmissible(id, dto.getReason(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<ConclusionObjectionDto>> decideConclusionObjection(
            UUID id, UUID key, String ifMatch, Mono<ObjectionDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> onObjection(exchange, dto, command -> switch (dto.getVerdict()) {
            case UPHOLD -> work.reviewing().uphold(id, dto.getReason(), command);
            case CHANGE -> work.reviewing().change(id, mapper.toChange(dto), command);
            case REVOKE -> work.reviewing().revoke(id, dto.getReason(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<RectificationItemDto>> reportRectification(
            UUID id, UUID key, String ifMatch, Mono<RectificationReportDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                onItem(exchange, dto, command -> work.rectifying().report(id, dto.getFacts(), command)));
    }

    @Override
    public Mono<ResponseEntity<RectificationItemDto>> reviewRectification(
            UUID id, UUID key, String ifMatch, Mono<RectificationReviewDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> onItem(exchange, dto, command -> switch (dto.getVerdict()) {
            case VERIFY -> work.rectifying().verify(id, dto.getNote(), command);
            case RETURN -> work.rectifying().returned(id, dto.getNote(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<InspectionConclusionDto>> getInspectionConclusion(UUID id, ServerWebExchange exchange) {
        return reading.conclusion(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<ObjectFindingDto>> getObjectFinding(UUID id, ServerWebExchange exchange) {
        return reading.finding(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<ConclusionObjectionDto>> getConclusionObjection(UUID id, ServerWebExchange exchange) {
        return reading.objection(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<RectificationItemDto>> getRectificationItem(UUID id, ServerWebExchange exchange) {
        return reading.item(id, Access.of(exchange));
    }

    private Mono<ResponseEntity<InspectionConclusionDto>> onConclusion(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<ConclusionFile>>> step) {
        return commands.execute(exchange, body, InspectionConclusionDto.class, step, reading::answer);
    }

    private Mono<ResponseEntity<ConclusionObjectionDto>> onObjection(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<ConclusionObjection>>> step) {
        return commands.execute(exchange, body, ConclusionObjectionDto.class, step, reading::answer);
    }

    private Mono<ResponseEntity<RectificationItemDto>> onItem(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<RectificationItem>>> step) {
        return commands.execute(exchange, body, RectificationItemDto.class, step, reading::answer);
    }
}
