package io.duban.instructions;

import io.duban.contract.LeaderInstructionDto;
import io.duban.contract.LeaderInstructionPageDto;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Instructions as the contract shows them to one officer. */
@Component
class InstructionReading {

    private final LeaderInstructions instructions;
    private final InstructionMapper mapper;
    private final Cursors cursors;
    private final Clock clock;

    InstructionReading(LeaderInstructions instructions, InstructionMapper mapper, Cursors cursors, Clock clock) {
        this.instructions = instructions;
        this.mapper = mapper;
        this.cursors = cursors;
        this.clock = clock;
    }

    Mono<ResponseEntity<LeaderInstructionDto>> one(UUID id, Access access) {
        return instructions
                .require(id, access.reach())
                .map(instruction -> ResponseEntity.ok()
                        .eTag(Versions.etag(instruction.version()))
                        .body(dto(instruction, access)));
    }

    ResponseEntity<LeaderInstructionDto> answer(LeaderInstruction instruction, Command command) {
        var answer = instruction.version() == 1
                ? ResponseEntity.created(URI.create("/v1/leader-instructions/" + instruction.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(instruction.version())).body(dto(instruction, command.access()));
    }

    Mono<ResponseEntity<LeaderInstructionPageDto>> page(
            int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        var zone = access.zone();
        return instructions
                .page(
                        zone.everything(),
                        zone.units().toArray(UUID[]::new),
                        zone.hands().toArray(UUID[]::new),
                        last.at(),
                        last.id(),
                        limit + 1)
                .collectList()
                .map(rows -> cursors.page(
                        rows, limit, row -> Cursors.Place.of(row.recordedAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new LeaderInstructionPageDto(page.items().stream()
                                .map(instruction -> dto(instruction, access))
                                .toList())
                        .nextCursor(page.nextCursor())));
    }

    private LeaderInstructionDto dto(LeaderInstruction instruction, Access access) {
        return mapper.toDto(
                instruction,
                instruction.light(clock.instant()),
                Move.legal(List.of(InstructionMove.values()), instruction.status(), access.officer()));
    }
}
