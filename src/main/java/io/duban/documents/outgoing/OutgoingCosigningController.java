package io.duban.documents.outgoing;

import io.duban.contract.CosignAnsweringDto;
import io.duban.contract.CosignClosingDto;
import io.duban.contract.CosignEscalationDto;
import io.duban.contract.CosignExtensionDto;
import io.duban.contract.CosignStartDto;
import io.duban.contract.OutgoingCosigningApi;
import io.duban.contract.OutgoingDocumentDto;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the co-signing of the contract: translation only. */
@RestController
class OutgoingCosigningController implements OutgoingCosigningApi {

    private final OutgoingCommands commands;
    private final OutgoingCosigning cosigning;
    private final OutgoingStepMapper mapper;

    OutgoingCosigningController(OutgoingCommands commands, OutgoingCosigning cosigning, OutgoingStepMapper mapper) {
        this.commands = commands;
        this.cosigning = cosigning;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> startOutgoingCosign(
            UUID id, UUID key, String ifMatch, Mono<CosignStartDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange, dto, command -> cosigning.start(id, mapper.toQuestions(dto.getQuestions()), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> answerOutgoingCosign(
            UUID id, UUID key, Mono<CosignAnsweringDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> cosigning.answer(mapper.toAnswer(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> extendOutgoingCosign(
            UUID id, UUID key, String ifMatch, Mono<CosignExtensionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> cosigning.extend(mapper.toExtension(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> escalateOutgoingCosign(
            UUID id, UUID key, String ifMatch, Mono<CosignEscalationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                commands.execute(exchange, dto, command -> cosigning.escalate(mapper.toDispute(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> closeOutgoingCosign(
            UUID id, UUID key, String ifMatch, Mono<CosignClosingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange, dto, command -> cosigning.close(id, mapper.toClosing(dto.getClosing()), command)));
    }
}
