package io.duban.documents.incoming;

import io.duban.contract.AssignmentDraftDto;
import io.duban.contract.DirectAssignmentDto;
import io.duban.contract.IncomingDocumentDto;
import io.duban.contract.IncomingLeadersApi;
import io.duban.contract.IncomingReadingNoteDto;
import io.duban.contract.IncomingReworkDto;
import io.duban.contract.LeaderOpinionDto;
import io.duban.contract.LeaderPresentationDto;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of the leaders and of what follows from their words: translation only. */
@RestController
class IncomingLeaderController implements IncomingLeadersApi {

    private final Commands commands;
    private final IncomingPresenting presenting;
    private final IncomingInstructing instructing;
    private final IncomingCirculating circulating;
    private final IncomingAssigning assigning;
    private final IncomingReading reading;
    private final IncomingMapper mapper;

    IncomingLeaderController(
            Commands commands,
            IncomingPresenting presenting,
            IncomingInstructing instructing,
            IncomingCirculating circulating,
            IncomingAssigning assigning,
            IncomingReading reading,
            IncomingMapper mapper) {
        this.commands = commands;
        this.presenting = presenting;
        this.instructing = instructing;
        this.circulating = circulating;
        this.assigning = assigning;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> submitToLeaders(
            UUID id, UUID key, String ifMatch, Mono<LeaderPresentationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> presenting.submit(mapper.toPresentation(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> instructIncomingDocument(
            UUID id, UUID key, String ifMatch, Mono<LeaderOpinionDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> instructing.instruct(id, mapper.toWords(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> returnIncomingForRework(
            UUID id, UUID key, String ifMatch, Mono<IncomingReworkDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> presenting.returnForRework(id, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> instructIncomingLater(
            UUID id, UUID key, String ifMatch, Mono<LeaderOpinionDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> instructing.instructLater(id, mapper.toWords(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> readIncomingDocument(
            UUID id, UUID key, Mono<IncomingReadingNoteDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> circulating.read(
                        id, dto.getOpinion() == null ? null : mapper.toWords(dto.getOpinion()), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> draftIncomingAssignments(
            UUID id, UUID key, String ifMatch, Mono<AssignmentDraftDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> assigning.draft(
                        new IncomingAssigning.Order(
                                id, new Parts(mapper.toParts(dto.getAssignments())), null, dto.getSupervise()),
                        command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> confirmIncomingAssignments(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, "", command -> assigning.confirm(id, command));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> assignIncomingDirectly(
            UUID id, UUID key, String ifMatch, Mono<DirectAssignmentDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> assigning.assignDirectly(
                        new IncomingAssigning.Order(
                                id, new Parts(mapper.toParts(dto.getAssignments())), dto.getReason(), false),
                        command)));
    }

    private Mono<ResponseEntity<IncomingDocumentDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<PaperFile>>> work) {
        return commands.execute(exchange, body, IncomingDocumentDto.class, work, reading::answer);
    }
}
