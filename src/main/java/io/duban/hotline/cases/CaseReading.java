package io.duban.hotline.cases;

import io.duban.contract.CaseCountsDto;
import io.duban.contract.CaseStatusDto;
import io.duban.contract.ExemplaryCaseDto;
import io.duban.contract.ExemplaryCasePageDto;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.statistics.Period;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Cases as the contract shows them to one officer. */
@Component
class CaseReading {

    private final ExemplaryCases cases;
    private final CaseDesk desk;
    private final CaseMapper mapper;
    private final Cursors cursors;

    CaseReading(ExemplaryCases cases, CaseDesk desk, CaseMapper mapper, Cursors cursors) {
        this.cases = cases;
        this.desk = desk;
        this.mapper = mapper;
        this.cursors = cursors;
    }

    Mono<ResponseEntity<ExemplaryCaseDto>> one(UUID id, Access access) {
        return cases.require(id, access.reach())
                .map(one ->
                        ResponseEntity.ok().eTag(Versions.etag(one.version())).body(dto(one, access.officer())));
    }

    ResponseEntity<ExemplaryCaseDto> answer(ExemplaryCase one, Command command) {
        var answer = one.version() == 1
                ? ResponseEntity.created(URI.create("/v1/hotline-cases/" + one.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(one.version())).body(dto(one, command.officer()));
    }

    Mono<ResponseEntity<ExemplaryCasePageDto>> page(
            @Nullable CaseStatusDto status, int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        var asked = status == null ? null : CaseStatus.valueOf(status.name());
        return desk.list(asked, last.at(), last.id(), limit + 1, access.zone())
                .collectList()
                .map(rows ->
                        cursors.page(rows, limit, row -> Cursors.Place.of(row.draftedAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new ExemplaryCasePageDto(
                                page.items().stream().map(mapper::toDto).toList())
                        .nextCursor(page.nextCursor())));
    }

    Mono<ResponseEntity<CaseCountsDto>> counts(Period period, Access access) {
        return desk.counts(period, access.zone()).map(mapper::toDto).map(ResponseEntity::ok);
    }

    private ExemplaryCaseDto dto(ExemplaryCase one, Officer officer) {
        return mapper.toDto(one, legal(one, officer));
    }

    /** Nobody is offered to decide on his own draft. */
    private static List<String> legal(ExemplaryCase one, Officer officer) {
        return Move.legal(List.of(CaseMove.values()), one.status(), officer).stream()
                .filter(move -> !one.draftedById().equals(officer.id())
                        || !move.equals(CaseMove.SIGN_CASE.name()) && !move.equals(CaseMove.RETURN_CASE.name()))
                .toList();
    }
}
