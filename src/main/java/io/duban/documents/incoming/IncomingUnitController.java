package io.duban.documents.incoming;

import io.duban.contract.AssignmentResultDto;
import io.duban.contract.AssignmentReturnDecisionDto;
import io.duban.contract.AssignmentReturnWishDto;
import io.duban.contract.CoReleaseDto;
import io.duban.contract.CoReturnDto;
import io.duban.contract.IncomingChaseCallDto;
import io.duban.contract.IncomingChaseListDto;
import io.duban.contract.IncomingDocumentDto;
import io.duban.contract.IncomingExtensionDecisionDto;
import io.duban.contract.IncomingExtensionWishDto;
import io.duban.contract.IncomingUnitsApi;
import io.duban.contract.ResultCorrectionDto;
import io.duban.contract.UnitReceiptDto;
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

/** Implements the page of the units at work: translation only. */
@RestController
class IncomingUnitController implements IncomingUnitsApi {

    private final Commands commands;
    private final UnitHandling handling;
    private final UnitReturning returning;
    private final ResultReview review;
    private final IncomingExtending extending;
    private final CoReturning coReturning;
    private final Chasing chasing;
    private final IncomingReading reading;
    private final IncomingMapper mapper;

    IncomingUnitController(
            Commands commands,
            UnitHandling handling,
            UnitReturning returning,
            ResultReview review,
            IncomingExtending extending,
            CoReturning coReturning,
            Chasing chasing,
            IncomingReading reading,
            IncomingMapper mapper) {
        this.commands = commands;
        this.handling = handling;
        this.returning = returning;
        this.review = review;
        this.extending = extending;
        this.coReturning = coReturning;
        this.chasing = chasing;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> signForIncomingAssignment(
            UUID id,
            UUID assignmentId,
            UUID key,
            String ifMatch,
            Mono<UnitReceiptDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> handling.signFor(mapper.toReceipt(id, assignmentId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> askAssignmentReturn(
            UUID id,
            UUID assignmentId,
            UUID key,
            String ifMatch,
            Mono<AssignmentReturnWishDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> returning.ask(mapper.toWish(id, assignmentId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> decideAssignmentReturn(
            UUID id,
            UUID assignmentId,
            UUID key,
            String ifMatch,
            Mono<AssignmentReturnDecisionDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> returning.decide(mapper.toDecision(id, assignmentId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> submitAssignmentResult(
            UUID id,
            UUID assignmentId,
            UUID key,
            String ifMatch,
            Mono<AssignmentResultDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> handling.handIn(mapper.toHandIn(id, assignmentId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> returnAssignmentResult(
            UUID id,
            UUID assignmentId,
            UUID key,
            String ifMatch,
            Mono<ResultCorrectionDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> review.sendBack(id, assignmentId, dto.getDefects(), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> acceptAssignmentResult(
            UUID id, UUID assignmentId, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, "", command -> review.accept(id, assignmentId, command));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> releaseCoUnit(
            UUID id, UUID assignmentId, UUID key, String ifMatch, Mono<CoReleaseDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> review.release(id, assignmentId, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> returnCoOpinion(
            UUID id, UUID assignmentId, UUID key, String ifMatch, Mono<CoReturnDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> coReturning.sendBack(id, assignmentId, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> chaseIncomingUnit(
            UUID id,
            UUID assignmentId,
            UUID key,
            String ifMatch,
            Mono<IncomingChaseCallDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> chasing.chase(mapper.toCall(id, assignmentId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingChaseListDto>> listIncomingChases(UUID id, ServerWebExchange exchange) {
        return chasing.of(id, Access.of(exchange))
                .collectList()
                .map(chases -> ResponseEntity.ok(new IncomingChaseListDto(chases)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> askIncomingExtension(
            UUID id, UUID key, String ifMatch, Mono<IncomingExtensionWishDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> extending.ask(mapper.toExtension(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> decideIncomingExtension(
            UUID id, UUID key, String ifMatch, Mono<IncomingExtensionDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> extending.decide(id, dto.getGranted(), dto.getWords(), command)));
    }

    private Mono<ResponseEntity<IncomingDocumentDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<PaperFile>>> work) {
        return commands.execute(exchange, body, IncomingDocumentDto.class, work, reading::answer);
    }
}
