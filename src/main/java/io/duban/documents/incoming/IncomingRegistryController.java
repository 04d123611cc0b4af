package io.duban.documents.incoming;

import io.duban.contract.CirculationModeDto;
import io.duban.contract.CirculationRoundDto;
import io.duban.contract.HandlingProposalDto;
import io.duban.contract.IncomingAnswerDto;
import io.duban.contract.IncomingArchivingDto;
import io.duban.contract.IncomingCompletionDto;
import io.duban.contract.IncomingDocumentDto;
import io.duban.contract.IncomingReceiptDto;
import io.duban.contract.IncomingRegistrationDto;
import io.duban.contract.IncomingRegistryApi;
import io.duban.contract.IncomingRejectionDto;
import io.duban.contract.IncomingVoidingDto;
import io.duban.contract.ProposalCheckDto;
import io.duban.contract.ReaderSkipDto;
import io.duban.contract.SenderReturnDto;
import io.duban.documents.Turns;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of the office, from the receipt to the archive: translation only. */
@RestController
class IncomingRegistryController implements IncomingRegistryApi {

    private final Commands commands;
    private final IncomingRegistry registry;
    private final IncomingReview review;
    private final IncomingCirculating circulating;
    private final IncomingFinishing finishing;
    private final Turns turns;
    private final IncomingReading reading;
    private final IncomingMapper mapper;

    IncomingRegistryController(
            Commands commands,
            IncomingRegistry registry,
            IncomingReview review,
            IncomingCirculating circulating,
            IncomingFinishing finishing,
            Turns turns,
            IncomingReading reading,
            IncomingMapper mapper) {
        this.commands = commands;
        this.registry = registry;
        this.review = review;
        this.circulating = circulating;
        this.finishing = finishing;
        this.turns = turns;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> signForIncomingDocument(
            UUID id, UUID key, String ifMatch, Mono<IncomingReceiptDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> registry.signFor(id, dto.getPages(), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> rejectIncomingDocument(
            UUID id, UUID key, String ifMatch, Mono<IncomingRejectionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> registry.reject(id, mapper.toReason(dto.getReason()), dto.getText(), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> proposeHandling(
            UUID id, UUID key, String ifMatch, Mono<HandlingProposalDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> review.propose(mapper.toDraft(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> checkHandlingProposal(
            UUID id, UUID key, String ifMatch, Mono<ProposalCheckDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> review.check(id, dto.getOpinion(), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> returnIncomingToSender(
            UUID id, UUID key, String ifMatch, Mono<SenderReturnDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> review.returnToSender(id, mapper.toDefects(dto.getDefects()), dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> voidIncomingDocument(
            UUID id, UUID key, String ifMatch, Mono<IncomingVoidingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> review.voided(mapper.toVoiding(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> circulateIncomingDocument(
            UUID id, UUID key, String ifMatch, Mono<CirculationRoundDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> circulating.circulate(
                        new IncomingCirculating.Round(
                                id, dto.getReaderIds(), dto.getMode() == CirculationModeDto.SEQUENTIAL),
                        command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> skipIncomingReader(
            UUID id, UUID readerId, UUID key, String ifMatch, Mono<ReaderSkipDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> circulating.skip(id, readerId, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> answerIncomingDocument(
            UUID id, UUID key, String ifMatch, Mono<IncomingAnswerDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> finishing.answer(mapper.toAnswer(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> completeIncomingDocument(
            UUID id, UUID key, String ifMatch, Mono<IncomingCompletionDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> finishing.complete(id, dto.getNoAnswerReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> archiveIncomingDocument(
            UUID id, UUID key, String ifMatch, Mono<IncomingArchivingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> finishing.archive(mapper.toArchiving(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> registerIncomingDocument(
            UUID id, UUID key, String ifMatch, Mono<IncomingRegistrationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> turns.inTurn(
                execute(exchange, dto, command -> registry.register(mapper.toRegistration(id, dto), command))));
    }

    private Mono<ResponseEntity<IncomingDocumentDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<PaperFile>>> work) {
        return commands.execute(exchange, body, IncomingDocumentDto.class, work, reading::answer);
    }
}
