package io.duban.platform.refusals;

import io.duban.contract.RefusedCommandDto;
import io.duban.contract.RefusedCommandPageDto;
import io.duban.contract.RefusedCommandsApi;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.MappingRules;
import io.duban.platform.web.Versions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the secrecy officer reads of state-secret marks that were refused, and that he took note. */
@RestController
class RefusalController implements RefusedCommandsApi {

    private final RefusedCommandRows rows;
    private final Commands commands;
    private final RefusalMapper mapper;
    private final Cursors cursors;

    RefusalController(RefusedCommandRows rows, Commands commands, RefusalMapper mapper, Cursors cursors) {
        this.rows = rows;
        this.commands = commands;
        this.mapper = mapper;
        this.cursors = cursors;
    }

    @Override
    public Mono<ResponseEntity<RefusedCommandPageDto>> listRefusedCommands(
            Integer limit, String cursor, ServerWebExchange exchange) {
        var person = Access.of(exchange).officer().id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        return rows.classified(last.at(), last.id(), limit + 1)
                .collectList()
                .map(found -> cursors.page(
                        found, limit, row -> Cursors.Place.of(row.refusedAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new RefusedCommandPageDto(
                                page.items().stream().map(this::dto).toList())
                        .nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<ResponseEntity<RefusedCommandDto>> getRefusedCommand(UUID id, ServerWebExchange exchange) {
        return rows.require(id).map(this::answer);
    }

    @Override
    public Mono<ResponseEntity<RefusedCommandDto>> acknowledgeRefusedCommand(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return commands.execute(
                exchange,
                Map.of(),
                RefusedCommandDto.class,
                command -> rows.require(id).map(row -> acknowledged(row, command)),
                (row, command) -> answer(row));
    }

    private static Outcome<RefusedCommand> acknowledged(RefusedCommand row, Command command) {
        return Outcome.changed(row.acknowledged(command))
                .closing(RefusedCommand.ACKNOWLEDGE)
                .announcing("acknowledged", Priority.INFO, command.now());
    }

    private ResponseEntity<RefusedCommandDto> answer(RefusedCommand row) {
        return ResponseEntity.ok().eTag(Versions.etag(row.version())).body(dto(row));
    }

    private RefusedCommandDto dto(RefusedCommand row) {
        return mapper.toDto(row, row.legalActions());
    }

    @Mapper(config = MappingRules.class)
    interface RefusalMapper {
        RefusedCommandDto toDto(RefusedCommand row, List<String> legalActions);
    }
}
