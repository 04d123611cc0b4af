package io.duban.instructions;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the leaders' half of the instructions' page, and its reading: translation only. */
@RestController
class InstructionController implements InstructionsApi {

    private static final String NO_BODY = "";

    private final Commands commands;
    private final InstructionRecording recording;
    private final InstructionHearing hearing;
    private final InstructionReporting reporting;
    private final InstructionReading reading;
    private final InstructionMapper mapper;

    InstructionController(
            Commands commands,
            InstructionRecording recording,
            InstructionHearing hearing,
            InstructionReporting reporting,
            InstructionReading reading,
            InstructionMapper mapper) {
        this.commands = commands;
        this.recording = recording;
        this.hearing = hearing;
        this.reporting = reporting;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> recordLeaderInstruction(
            UUID key, Mono<InstructionWordsDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> recording.record(mapper.toWords(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> confirmOralInstruction(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, NO_BODY, command -> hearing.confirm(id, command));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> denyOralInstruction(
            UUID id, UUID key, String ifMatch, Mono<InstructionWordsAgainDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> hearing.deny(id, dto.getWords(), command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> acknowledgeLeaderInstruction(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, NO_BODY, command -> hearing.acknowledge(id, command));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> coordinateLeaderInstruction(
            UUID id, UUID key, String ifMatch, Mono<InstructionWordsAgainDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> hearing.coordinate(id, dto.getWords(), command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> strikeOffLeaderInstruction(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, NO_BODY, command -> reporting.strikeOff(id, command));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> continueLeaderInstruction(
            UUID id, UUID key, String ifMatch, Mono<InstructionWordsDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> recording.continued(id, mapper.toWords(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> amendLeaderInstruction(
            UUID id, Mono<InstructionAmendmentDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> reading.refuseAmendment(id, Access.of(exchange)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> getLeaderInstruction(UUID id, ServerWebExchange exchange) {
        return reading.one(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionPageDto>> listLeaderInstructions(
            List<InstructionStatusDto> status,
            UUID leaderId,
            UUID sourceId,
            Boolean waitingForMe,
            Integer limit,
            String cursor,
            ServerWebExchange exchange) {
        return reading.page(
                new InstructionReading.Asked(status, leaderId, sourceId, waitingForMe, limit, cursor), exchange);
    }

    private Mono<ResponseEntity<LeaderInstructionDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<InstructionFile>>> work) {
        return commands.execute(exchange, body, LeaderInstructionDto.class, work, reading::answer);
    }
}
