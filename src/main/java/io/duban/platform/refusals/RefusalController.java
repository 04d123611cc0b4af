package io.duban.platform.refusals;

import io.duban.contract.RefusedCommandDto;
import io.duban.contract.RefusedCommandPageDto;
import io.duban.contract.RefusedCommandsApi;
import io.duban.platform.commands.Commands;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the refused commands' page of the contract: translation only. */
@RestController
class RefusalController implements RefusedCommandsApi {

    private final RefusalReading reading;
    private final Commands commands;

    RefusalController(RefusalReading reading, Commands commands) {
        this.reading = reading;
        this.commands = commands;
    }

    @Override
    public Mono<ResponseEntity<RefusedCommandPageDto>> listRefusedCommands(
            Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(limit, cursor, exchange);
    }

    @Override
    public Mono<ResponseEntity<RefusedCommandDto>> getRefusedCommand(UUID id, ServerWebExchange exchange) {
        return reading.one(id);
    }

    @Override
    public Mono<ResponseEntity<RefusedCommandDto>> acknowledgeRefusedCommand(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return commands.execute(
                exchange,
                Map.of(),
                RefusedCommandDto.class,
                command -> reading.acknowledge(id, command),
                (row, command) -> reading.answer(row));
    }
}
