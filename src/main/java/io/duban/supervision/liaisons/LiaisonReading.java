package io.duban.supervision.liaisons;

import io.duban.contract.SupervisionLiaisonDto;
import io.duban.contract.SupervisionLiaisonPageDto;
import io.duban.contract.UnitsWithoutLiaisonDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Liaison officers as the contract shows them to one officer. */
@Component
class LiaisonReading {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final SupervisionLiaisons liaisons;
    private final LiaisonDesk desk;
    private final LiaisonMapper mapper;
    private final Cursors cursors;
    private final Clock clock;

    LiaisonReading(SupervisionLiaisons liaisons, LiaisonDesk desk, LiaisonMapper mapper, Cursors cursors, Clock clock) {
        this.liaisons = liaisons;
        this.desk = desk;
        this.mapper = mapper;
        this.cursors = cursors;
        this.clock = clock;
    }

    Mono<ResponseEntity<SupervisionLiaisonDto>> one(UUID liaisonId, Access access) {
        return liaisons.require(liaisonId, access.reach())
                .map(liaison -> ResponseEntity.ok()
                        .eTag(Versions.etag(liaison.version()))
                        .body(dto(liaison, access)));
    }

    /** The answer to a command: what is new has an address. */
    ResponseEntity<SupervisionLiaisonDto> answer(SupervisionLiaison liaison, Command command) {
        var answer = liaison.version() == 1
                ? ResponseEntity.created(URI.create("/v1/supervision-liaisons/" + liaison.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(liaison.version())).body(dto(liaison, command.access()));
    }

    Mono<ResponseEntity<SupervisionLiaisonPageDto>> page(
            @Nullable UUID unitId, boolean former, int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        var query = new LiaisonDesk.Query(unitId, former, today(), last.at(), last.id(), limit + 1);
        return desk.list(query, access)
                .collectList()
                .map(rows ->
                        cursors.page(rows, limit, row -> Cursors.Place.of(row.namedAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new SupervisionLiaisonPageDto(page.items().stream()
                                .map(liaison -> dto(liaison, access))
                                .toList())
                        .nextCursor(page.nextCursor())));
    }

    Mono<ResponseEntity<UnitsWithoutLiaisonDto>> unitsWithout() {
        return desk.unitsWithout(today())
                .map(mapper::toDto)
                .collectList()
                .map(units -> ResponseEntity.ok(new UnitsWithoutLiaisonDto(units)));
    }

    private SupervisionLiaisonDto dto(SupervisionLiaison liaison, Access access) {
        return mapper.toDto(liaison, liaison.legalActions(access.officer()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }
}
