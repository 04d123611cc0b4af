package io.duban.platform.delegations;

import io.duban.contract.DelegationDto;
import io.duban.contract.DelegationPageDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Delegations as the contract shows them to one officer. */
@Component
class DelegationReading {

    private final Delegations delegations;
    private final DelegationMapper mapper;
    private final Cursors cursors;
    private final Clock clock;

    DelegationReading(Delegations delegations, DelegationMapper mapper, Cursors cursors, Clock clock) {
        this.delegations = delegations;
        this.mapper = mapper;
        this.cursors = cursors;
        this.clock = clock;
    }

    Mono<ResponseEntity<DelegationDto>> one(UUID id, Access access) {
        return delegations
                .require(id, access.reach())
                .map(delegation -> ResponseEntity.ok()
                        .eTag(Versions.etag(delegation.version()))
                        .body(dto(delegation, access.officer())));
    }

    ResponseEntity<DelegationDto> answer(Delegation delegation, Command command) {
        var answer = delegation.version() == 1
                ? ResponseEntity.created(URI.create("/v1/delegations/" + delegation.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(delegation.version())).body(dto(delegation, command.officer()));
    }

    Mono<ResponseEntity<DelegationPageDto>> page(
            boolean inForce, int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        var zone = access.zone();
        return delegations
                .page(
                        zone.everything(),
                        zone.hands().toArray(UUID[]::new),
                        inForce,
                        clock.instant(),
                        last.at(),
                        last.id(),
                        limit + 1)
                .collectList()
                .map(rows ->
                        cursors.page(rows, limit, row -> Cursors.Place.of(row.createdAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new DelegationPageDto(page.items().stream()
                                .map(delegation -> dto(delegation, access.officer()))
                                .toList())
                        .nextCursor(page.nextCursor())));
    }

    private DelegationDto dto(Delegation delegation, Officer reader) {
        return mapper.toDto(delegation, delegation.isInForce(clock.instant()), delegation.legalActions(reader));
    }
}
