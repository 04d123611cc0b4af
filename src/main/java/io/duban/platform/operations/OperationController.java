package io.duban.platform.operations;

import io.duban.contract.OperationDto;
import io.duban.contract.OperationStatusDto;
import io.duban.contract.OperationsApi;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.web.Times;
import io.duban.platform.web.Versions;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of operations. Whoever did not start one does not find it. */
@RestController
class OperationController implements OperationsApi {

    private final LongOperations operations;
    private final Commands commands;
    private final Times times;

    OperationController(LongOperations operations, Commands commands, Times times) {
        this.operations = operations;
        this.commands = commands;
        this.times = times;
    }

    @Override
    public Mono<ResponseEntity<OperationDto>> getOperation(UUID operationId, ServerWebExchange exchange) {
        return require(operationId, Access.of(exchange).officer()).map(this::answer);
    }

    @Override
    public Mono<ResponseEntity<OperationDto>> cancelOperation(UUID operationId, UUID key, ServerWebExchange exchange) {
        return commands.execute(
                exchange,
                Map.of(),
                OperationDto.class,
                command -> require(operationId, command.officer()).map(operation -> {
                    var cancelled = operation.cancelled(command.now());
                    return Outcome.changed(cancelled)
                            .announcing(LongOperations.told("cancelled", cancelled, command.now()));
                }),
                (operation, command) -> answer(operation));
    }

    private Mono<LongOperation> require(UUID id, Officer officer) {
        return operations
                .find(id)
                .filter(operation -> operation.ownerId().equals(officer.id()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private ResponseEntity<OperationDto> answer(LongOperation operation) {
        var tally = operation.tally();
        return ResponseEntity.ok()
                .eTag(Versions.etag(operation.version()))
                .body(new OperationDto(
                                operation.id(),
                                operation.version(),
                                operation.kind(),
                                OperationStatusDto.valueOf(operation.status().name()),
                                operation.total(),
                                tally.done(),
                                tally.succeeded(),
                                tally.unchanged(),
                                tally.failed(),
                                times.toContract(operation.startedAt()))
                        .finishedAt(times.toContract(operation.finishedAt())));
    }
}
