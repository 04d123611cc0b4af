package io.duban.supervision.matters;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import io.duban.platform.uploads.DeclaredFileMapper;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the part of the contract about one unit's assignment: translation only. */
@RestController
class AssignmentController implements SupervisionAssignmentsApi {

    private final Commands commands;
    private final UnitWork work;
    private final SupervisionReading reading;
    private final AssignmentMapper mapper;
    private final DeclaredFileMapper uploads;

    AssignmentController(
            Commands commands,
            UnitWork work,
            SupervisionReading reading,
            AssignmentMapper mapper,
            DeclaredFileMapper uploads) {
        this.commands = commands;
        this.work = work;
        this.reading = reading;
        this.mapper = mapper;
        this.uploads = uploads;
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> signForSupervisionAssignment(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<AssignmentReceiptDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, part, command -> work.feedback().signFor(matterId, part, dto.getHandlerId(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> reportSupervisionProgress(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<ProgressReportDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                part,
                command -> work.feedback().report(matterId, part, mapper.toProgress(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> submitSupervisionFinal(
            UUID matterId,
            UUID part,
            UUID key,
            String ifMatch,
            Mono<FinalFeedbackDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                part,
                command -> work.handingIn()
                        .submit(
                                matterId,
                                part,
                                mapper.toHandIn(dto),
                                uploads.toDeclarations(dto.getFiles()),
                                command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> reviewSupervisionFinal(
            UUID matterId, UUID part, UUID key, String ifMatch, Mono<FinalReviewDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, part, command -> switch (dto.getVerdict()) {
            case ACCEPT -> work.reviewing().accept(matterId, part, dto.getNote(), command);
            case RETURN_FOR_CORRECTION ->
                work.reviewing().returnForCorrection(matterId, part, dto.getNote(), dto.getDefects(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<SupervisionAssignmentDto>> getSupervisionAssignment(
            UUID matterId, UUID part, ServerWebExchange exchange) {
        return reading.part(matterId, part, Access.of(exchange));
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
