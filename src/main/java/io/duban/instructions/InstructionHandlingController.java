package io.duban.instructions;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the office's and the units' half of the instructions' page: translation only. */
@RestController
class InstructionHandlingController implements InstructionHandlingApi {

    private static final String NO_BODY = "";

    private final Commands commands;
    private final InstructionRecording recording;
    private final InstructionDecomposing decomposing;
    private final InstructionAssigning assigning;
    private final UnitFeedback feedback;
    private final InstructionReporting reporting;
    private final InstructionReading reading;
    private final InstructionMapper mapper;

    InstructionHandlingController(
            Commands commands,
            InstructionRecording recording,
            InstructionDecomposing decomposing,
            InstructionAssigning assigning,
            UnitFeedback feedback,
            InstructionReporting reporting,
            InstructionReading reading,
            InstructionMapper mapper) {
        this.commands = commands;
        this.recording = recording;
        this.decomposing = decomposing;
        this.assigning = assigning;
        this.feedback = feedback;
        this.reporting = reporting;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> recordOralInstruction(
            UUID key, Mono<OralInstructionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> recording.hear(mapper.toHeard(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> decomposeLeaderInstruction(
            UUID id, UUID key, String ifMatch, Mono<InstructionPlanDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> decomposing.draft(id, mapper.toDraft(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> decideDecomposition(
            UUID id, UUID key, String ifMatch, Mono<DecompositionDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> decomposing.decide(id, mapper.toDecision(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> assignLeaderInstruction(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, NO_BODY, command -> assigning.assign(id, command));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> giveInstructionFeedback(
            UUID id, UUID key, String ifMatch, Mono<InstructionFeedbackTextDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, command -> feedback.give(id, mapper.toKind(dto.getKind()), dto.getText(), command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> decideInstructionFeedback(
            UUID id, UUID key, String ifMatch, Mono<InstructionFeedbackDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> feedback.decide(id, mapper.toDecision(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> reportLeaderInstruction(
            UUID id, UUID key, String ifMatch, Mono<InstructionReportDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> reporting.report(id, mapper.toResult(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> cancelLeaderInstruction(
            UUID id, UUID key, String ifMatch, Mono<InstructionCancellationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> reporting.cancel(id, dto.getReason(), command)));
    }

    private Mono<ResponseEntity<LeaderInstructionDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<InstructionFile>>> work) {
        return commands.execute(exchange, body, LeaderInstructionDto.class, work, reading::answer);
    }
}
