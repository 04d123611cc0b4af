package io.duban.platform.refusals;

import io.duban.contract.RefusedCommandDto;
import io.duban.contract.RefusedCommandPageDto;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.MappingRules;
import io.duban.platform.web.Versions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refused state-secret marks as the contract shows them, and that note was taken of one. */
@Component
class RefusalReading {

    private final RefusedCommandRows rows;
    private final RefusalMapper mapper;
    private final Cursors cursors;

    RefusalReading(RefusedCommandRows rows, RefusalMapper mapper, Cursors cursors) {
        this.rows = rows;
        this.mapper = mapper;
        this.cursors = cursors;
    }

    Mono<ResponseEntity<RefusedCommandPageDto>> page(int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var person = Access.of(exchange).officer().id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        return rows.classified(last.at(), last.id(), limit + 1)
                .collectList()
                .map(found ->
                        cursors.page(found, limit, row -> Cursors.Place.of(row.refusedAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new RefusedCommandPageDto(
                                page.items().stream().map(this::dto).toList())
                        .nextCursor(page.nextCursor())));
    }

    Mono<ResponseEntity<RefusedCommandDto>> one(UUID id) {
        return rows.require(id).map(this::answer);
    }

    Mono<Outcome<RefusedCommand>> acknowledge(UUID id, Command command) {
        return rows.require(id).map(row -> Outcome.changed(row.acknowledged(command))
                .closing(RefusedCommand.ACKNOWLEDGE)
                .announcing("acknowledged", Priority.INFO, command.now()));
    }

    ResponseEntity<RefusedCommandDto> answer(RefusedCommand row) {
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
