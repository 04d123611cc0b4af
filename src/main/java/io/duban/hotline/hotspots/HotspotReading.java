package io.duban.hotline.hotspots;

import io.duban.contract.HotspotDto;
import io.duban.contract.HotspotPageDto;
import io.duban.contract.HotspotStatusDto;
import io.duban.contract.RecurringMattersDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hot spots and recurring matters as the contract shows them to one officer. */
@Component
class HotspotReading {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final Hotspots hotspots;
    private final HotspotDesk desk;
    private final Clusters clusters;
    private final HotspotMapper mapper;
    private final Cursors cursors;
    private final int least;

    HotspotReading(
            Hotspots hotspots,
            HotspotDesk desk,
            Clusters clusters,
            HotspotMapper mapper,
            Cursors cursors,
            @Value("${duban.hotline.hotspots.least:3}") int least) {
        this.hotspots = hotspots;
        this.desk = desk;
        this.clusters = clusters;
        this.mapper = mapper;
        this.cursors = cursors;
        this.least = least;
    }

    /** The query parameters of the list. */
    record Asked(
            @Nullable String month,
            @Nullable HotspotStatusDto status,
            int limit,
            @Nullable String cursor) {}

    Mono<ResponseEntity<HotspotDto>> one(UUID hotspotId, Access access) {
        return hotspots.require(hotspotId, access.reach()).map(hotspot -> shown(hotspot, access));
    }

    ResponseEntity<HotspotDto> answer(Hotspot hotspot, Command command) {
        return shown(hotspot, command.access());
    }

    Mono<ResponseEntity<HotspotPageDto>> page(Asked asked, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(asked.cursor(), person, exchange);
        var month = asked.month() == null ? null : YearMonth.parse(asked.month());
        var query = new HotspotDesk.Query(
                mapper.toDomain(asked.status()),
                month == null ? null : first(month),
                month == null ? null : first(month.plusMonths(1)),
                last.at(),
                last.id(),
                asked.limit() + 1);
        return desk.list(query, access)
                .collectList()
                .map(rows -> cursors.page(
                        rows, asked.limit(), row -> Cursors.Place.of(row.detectedAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new HotspotPageDto(page.items().stream()
                                .map(hotspot -> dto(hotspot, access))
                                .toList())
                        .nextCursor(page.nextCursor())));
    }

    Mono<ResponseEntity<RecurringMattersDto>> recurring(String asked, Access access) {
        var month = YearMonth.parse(asked);
        return clusters.often(first(month), first(month.plusMonths(1)), least, access.zone())
                .map(mapper::toDto)
                .collectList()
                .map(items -> ResponseEntity.ok(new RecurringMattersDto(items)));
    }

    private ResponseEntity<HotspotDto> shown(Hotspot hotspot, Access access) {
        return ResponseEntity.ok().eTag(Versions.etag(hotspot.version())).body(dto(hotspot, access));
    }

    private HotspotDto dto(Hotspot hotspot, Access access) {
        return mapper.toDto(hotspot, hotspot.legalActions(access.officer()));
    }

    private static Instant first(YearMonth month) {
        return month.atDay(1).atStartOfDay(OFFICE).toInstant();
    }
}
