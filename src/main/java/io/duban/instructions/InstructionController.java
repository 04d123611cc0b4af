package io.duban.instructions;

import io.duban.contract.InstructionAssignmentDto;
import io.duban.contract.InstructionReportDto;
import io.duban.contract.InstructionWordsDto;
import io.duban.contract.InstructionsApi;
import io.duban.contract.LeaderInstructionDto;
import io.duban.contract.LeaderInstructionPageDto;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the instructions' page of the contract: translation only. */
@RestController
class InstructionController implements InstructionsApi {

    private static final String NO_BODY = "";

    private final Commands commands;
    private final InstructionFollowUp followUp;
    private final InstructionReading reading;
    private final InstructionMapper mapper;

    InstructionController(
            Commands commands, InstructionFollowUp followUp, InstructionReading reading, InstructionMapper mapper) {
        this.commands = commands;
        this.followUp = followUp;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> recordLeaderInstruction(
            UUID key, Mono<InstructionWordsDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> followUp.record(mapper.toWords(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> assignLeaderInstruction(
            UUID id, UUID key, String ifMatch, Mono<InstructionAssignmentDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> followUp.strikeOff(id, command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> reportLeaderInstruction(
            UUID id, UUID key, String ifMatch, Mono<InstructionReportDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> followUp.strikeOff(id, command)));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> strikeOffLeaderInstruction(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, NO_BODY, command -> followUp.strikeOff(id, command));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionDto>> getLeaderInstruction(UUID id, ServerWebExchange exchange) {
        return reading.one(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<LeaderInstructionPageDto>> listLeaderInstructions(
            Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(limit, cursor, exchange);
    }

    private Mono<ResponseEntity<LeaderInstructionDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<LeaderInstruction>>> work) {
        return commands.execute(exchange, body, LeaderInstructionDto.class, work, reading::answer);
    }
}
