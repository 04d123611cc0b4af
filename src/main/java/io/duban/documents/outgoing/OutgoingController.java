package io.duban.documents.outgoing;

import io.duban.contract.NumberAllotmentDto;
import io.duban.contract.OutgoingDocumentDto;
import io.duban.contract.OutgoingDocumentPageDto;
import io.duban.contract.OutgoingDocumentsApi;
import io.duban.contract.OutgoingDraftDto;
import io.duban.contract.OutgoingIssueDto;
import io.duban.contract.OutgoingReturnDto;
import io.duban.contract.OutgoingReviewDto;
import io.duban.contract.OutgoingStatusDto;
import io.duban.contract.OutgoingTextDto;
import io.duban.contract.OutgoingWithdrawalDto;
import io.duban.contract.RecheckDto;
import io.duban.contract.SealUseDto;
import io.duban.contract.SignatureRequestDto;
import io.duban.contract.SignerAdditionDto;
import io.duban.contract.SignerDecisionDto;
import io.duban.platform.identity.Access;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the documents' page of the contract: translation only. */
@RestController
class OutgoingController implements OutgoingDocumentsApi {

    private final OutgoingCommands commands;
    private final OutgoingDrafting drafting;
    private final OutgoingWithdrawing withdrawing;
    private final OutgoingAttaching attaching;
    private final OutgoingReview review;
    private final OutgoingSigning signing;
    private final OutgoingRechecking rechecking;
    private final OutgoingRegistry registry;
    private final OutgoingIssuing issuing;
    private final OutgoingReading reading;
    private final OutgoingMapper mapper;

    OutgoingController(
            OutgoingCommands commands,
            OutgoingDrafting drafting,
            OutgoingWithdrawing withdrawing,
            OutgoingAttaching attaching,
            OutgoingReview review,
            OutgoingSigning signing,
            OutgoingRechecking rechecking,
            OutgoingRegistry registry,
            OutgoingIssuing issuing,
            OutgoingReading reading,
            OutgoingMapper mapper) {
        this.commands = commands;
        this.drafting = drafting;
        this.withdrawing = withdrawing;
        this.attaching = attaching;
        this.review = review;
        this.signing = signing;
        this.rechecking = rechecking;
        this.registry = registry;
        this.issuing = issuing;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> createOutgoingDraft(
            UUID key, Mono<OutgoingDraftDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> commands.execute(exchange, dto, command -> drafting.create(mapper.toDraft(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> changeOutgoingDraft(
            UUID id, UUID key, String ifMatch, Mono<OutgoingTextDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> drafting.change(mapper.toRewrite(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> submitOutgoingDraft(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return commands.execute(exchange, "", command -> drafting.submit(id, command));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> withdrawOutgoingDraft(
            UUID id, UUID key, String ifMatch, Mono<OutgoingWithdrawalDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> commands.execute(exchange, dto, command -> withdrawing.withdraw(id, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> attachToOutgoingDraft(
            UUID id, UUID key, String ifMatch, String fileName, Flux<DataBuffer> body, ServerWebExchange exchange) {
        return attaching
                .receive(id, fileName, body, Access.of(exchange))
                .flatMap(attachment -> commands.execute(
                        exchange, attachment.file().sha256(), command -> attaching.attach(attachment, command)));
    }

    @Override
    public Mono<ResponseEntity<Flux<DataBuffer>>> getOutgoingAttachment(
            UUID id, UUID attachmentId, ServerWebExchange exchange) {
        return attaching.require(id, attachmentId, Access.of(exchange)).map(reading::download);
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> passOutgoingReview(
            UUID id, UUID key, String ifMatch, Mono<OutgoingReviewDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> commands.execute(exchange, dto, command -> review.pass(id, dto.getOpinion(), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> returnOutgoingDraft(
            UUID id, UUID key, String ifMatch, Mono<OutgoingReturnDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> commands.execute(exchange, dto, command -> review.giveBack(id, mapper.toDefects(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> requestOutgoingSignature(
            UUID id, UUID key, String ifMatch, Mono<SignatureRequestDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange, dto, command -> review.requestSignature(mapper.toRequest(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> decideOutgoingDocument(
            UUID id, UUID key, String ifMatch, Mono<SignerDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> commands.execute(exchange, dto, command -> signing.decide(id, mapper.toDecision(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> addOutgoingSigner(
            UUID id, UUID key, String ifMatch, Mono<SignerAdditionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> signing.addSigner(mapper.toAddition(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> recheckOutgoingDocument(
            UUID id, UUID key, String ifMatch, Mono<RecheckDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> rechecking.recheck(mapper.toRecheck(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> allotOutgoingNumber(
            UUID id, UUID key, String ifMatch, Mono<NumberAllotmentDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> registry.inTurn(commands.execute(
                exchange, dto, command -> registry.allotNumber(mapper.toAllotment(id, dto), command))));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> sealOutgoingDocument(
            UUID id, UUID key, String ifMatch, Mono<SealUseDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> registry.seal(mapper.toSealUse(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> issueOutgoingDocument(
            UUID id, UUID key, String ifMatch, Mono<OutgoingIssueDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange, dto, command -> issuing.issue(id, Set.copyOf(dto.getRecipients()), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> signForOutgoingDocument(
            UUID id, UUID key, ServerWebExchange exchange) {
        return commands.execute(exchange, "", command -> issuing.signFor(id, command));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> getOutgoingDocument(UUID id, ServerWebExchange exchange) {
        return reading.one(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentPageDto>> listOutgoingDocuments(
            List<OutgoingStatusDto> status,
            Boolean waitingForMe,
            Integer limit,
            String cursor,
            ServerWebExchange exchange) {
        return reading.page(new OutgoingReading.Asked(status, waitingForMe, limit, cursor), exchange);
    }
}
