package io.duban.documents.outgoing;

import io.duban.contract.OutgoingApprovalApi;
import io.duban.contract.OutgoingDocumentDto;
import io.duban.contract.SignerDecisionDto;
import io.duban.contract.VerbalAnswerDto;
import io.duban.contract.VerbalApprovalRecordDto;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements joint issue and verbal approval of the contract: translation only. */
@RestController
class OutgoingApprovalController implements OutgoingApprovalApi {

    private final OutgoingCommands commands;
    private final OutgoingSigning signing;
    private final OutgoingVerbal verbal;
    private final OutgoingMapper mapper;
    private final OutgoingStepMapper steps;

    OutgoingApprovalController(
            OutgoingCommands commands,
            OutgoingSigning signing,
            OutgoingVerbal verbal,
            OutgoingMapper mapper,
            OutgoingStepMapper steps) {
        this.commands = commands;
        this.signing = signing;
        this.verbal = verbal;
        this.mapper = mapper;
        this.steps = steps;
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> countersignOutgoingDocument(
            UUID id, UUID key, Mono<SignerDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> signing.countersign(id, mapper.toDecision(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> recordOutgoingVerbalApproval(
            UUID id, UUID key, String ifMatch, Mono<VerbalApprovalRecordDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> commands.execute(exchange, dto, command -> verbal.record(id, steps.toCall(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> answerOutgoingVerbalApproval(
            UUID id, UUID key, String ifMatch, Mono<VerbalAnswerDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> verbal.answer(steps.toAnswer(id, dto), command)));
    }
}
