package io.duban.documents.outgoing;

import io.duban.contract.IssueRefusalDto;
import io.duban.contract.LegalOpinionGivingDto;
import io.duban.contract.LegalReviewRequestDto;
import io.duban.contract.OutgoingDocumentDto;
import io.duban.contract.OutgoingOfficeApi;
import io.duban.contract.OutgoingWithdrawalAnswerDto;
import io.duban.contract.OutgoingWithdrawalDto;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements what the office does beside the review (legality, refusal, withdrawal, quota): translation only. */
@RestController
class OutgoingOfficeController implements OutgoingOfficeApi {

    private final OutgoingCommands commands;
    private final OutgoingLegality legality;
    private final OutgoingReview review;
    private final OutgoingWithdrawing withdrawing;
    private final OutgoingRegistry registry;
    private final OutgoingStepMapper mapper;

    OutgoingOfficeController(
            OutgoingCommands commands,
            OutgoingLegality legality,
            OutgoingReview review,
            OutgoingWithdrawing withdrawing,
            OutgoingRegistry registry,
            OutgoingStepMapper mapper) {
        this.commands = commands;
        this.legality = legality;
        this.review = review;
        this.withdrawing = withdrawing;
        this.registry = registry;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> requestOutgoingLegalReview(
            UUID id, UUID key, String ifMatch, Mono<LegalReviewRequestDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> legality.request(mapper.toRequest(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> giveOutgoingLegalOpinion(
            UUID id, UUID key, String ifMatch, Mono<LegalOpinionGivingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> legality.give(mapper.toOpinion(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> refuseOutgoingIssue(
            UUID id, UUID key, String ifMatch, Mono<IssueRefusalDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> review.refuse(mapper.toRefusal(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> openOutgoingDocument(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return commands.execute(exchange, "", command -> withdrawing.open(id, command));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> askOutgoingWithdrawal(
            UUID id, UUID key, String ifMatch, Mono<OutgoingWithdrawalDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> commands.execute(exchange, dto, command -> withdrawing.ask(id, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> answerOutgoingWithdrawal(
            UUID id, UUID key, String ifMatch, Mono<OutgoingWithdrawalAnswerDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> commands.execute(exchange, dto, command -> withdrawing.answer(id, dto.getGranted(), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> approveOutgoingQuota(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return commands.execute(exchange, "", command -> registry.approveQuota(id, command));
    }
}
