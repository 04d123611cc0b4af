package io.duban.supervision.matters;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the part of the contract about what is asked, decided and said about a unit's assignment: translation only. */
@RestController
class AssignmentRequestController implements SupervisionAssignmentRequestsApi {

    private final Commands commands;
    private final UnitWork work;
    private final SupervisionReading reading;
    private final HistoryReading history;
    private final EvidenceReading evidence;
    private final AssignmentMapper mapper;

    AssignmentRequestController(
            Commands commands,
            UnitWork work,
            SupervisionReading reading,
            HistoryReading history,
            EvidenceReading evidence,
            AssignmentMapper mapper) {
        this.commands = commands;
        this.work = work;
        this.reading = reading;
        this.history = history;
        this.evidence = evidence;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> requestSupervisionReturn(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<SupervisionReturnRequestDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, part, command -> work.returnAsking().ask(matterId, part, mapper.toWish(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> decideSupervisionReturn(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<SupervisionReturnDecisionDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                part,
                command -> work.returnDeciding().decide(matterId, part, mapper.toVerdict(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> requestSupervisionExtension(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<SupervisionExtensionRequestDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, part, command -> work.extending().ask(matterId, part, mapper.toWish(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> decideSupervisionExtension(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<SupervisionExtensionDecisionDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                part,
                command -> work.extending().decide(matterId, part, dto.getGranted(), dto.getWords(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> chaseSupervisionUnit(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<SupervisionChaseCallDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, part, command -> work.chasing().chase(matterId, part, mapper.toCall(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> returnSupervisionCoOpinion(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<SupervisionCoReturnDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, part, command -> work.coReturning().sendBack(matterId, part, dto.getDefect(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> evaluateSupervisionAssignment(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<SupervisionEvaluationOrderDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                part,
                command -> work.evaluating()
                        .evaluate(matterId, part, mapper.toGrade(dto.getGrade()), dto.getNote(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> objectToSupervisionEvaluation(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<SupervisionEvaluationObjectionDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, part, command -> work.evaluating().object(matterId, part, dto.getWords(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> decideSupervisionEvaluationObjection(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<SupervisionEvaluationDecisionDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                part,
                command -> work.evaluating()
                        .decide(matterId, part, mapper.toGrade(dto.getGrade()), dto.getWords(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentHistoryDto>> getSupervisionAssignmentHistory(
            UUID matterId, UUID part, ServerWebExchange exchange) {
        return history.of(matterId, part, Access.of(exchange)).map(ResponseEntity::ok);
    }

    @Override
    public Mono<ResponseEntity<Flux<DataBuffer>>> getSupervisionEvidence(
            UUID matterId, UUID part, UUID file, PhotoRenditionDto rendition, ServerWebExchange exchange) {
        return evidence.file(matterId, part, file, rendition, Access.of(exchange));
    }

    private Mono<ResponseEntity<SupervisionAssignmentDto>> execute(
            ServerWebExchange exchange, Object body, UUID part, Function<Command, Mono<Outcome<MatterFile>>> step) {
        return commands.execute(
                exchange,
                body,
                SupervisionAssignmentDto.class,
                step,
                (file, command) -> reading.answer(file, part, command.access()));
    }
}
