package io.duban.supervision.notices;

import io.duban.contract.SupervisionPaperPageDto;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import io.duban.platform.web.Cursors;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lists papers of one kind, newest first, cut to the officer's reach in SQL as {@link PaperHead#isIn} cuts single reads. */
@Component
class PaperDesk {

    private static final String PAGE = """
            select id, version, status, title, label, matter_id, created_at, changed_at, due_at
            from %%s p
            where (case when delivered then %s else :clear or participant_ids && :clearHands end)
              and (:status::text[] is null or status = any(:status))
              and (:matter::uuid is null or matter_id = :matter)
              and (:unit::uuid is null or :unit = any(unit_ids))
              and (:lastAt::timestamptz is null or (created_at, id) < (:lastAt, :lastId))
            order by created_at desc, id desc limit :limit""".formatted(Zone.REACHES);

    private final DatabaseClient database;
    private final PaperMapper mapper;
    private final Cursors cursors;

    PaperDesk(DatabaseClient database, PaperMapper mapper, Cursors cursors) {
        this.database = database;
        this.mapper = mapper;
        this.cursors = cursors;
    }

    /** A line of the list. */
    record Row(
            UUID id,
            long version,
            String status,
            String title,
            @Nullable String label,
            @Nullable UUID matterId,
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant dueAt) {}

    /**
     * The query parameters of a list.
     *
     * @param unitId only what was delivered to this unit
     */
    record Asked(
            @Nullable List<? extends Enum<?>> status,
            @Nullable UUID matterId,
            @Nullable UUID unitId,
            int limit,
            @Nullable String cursor) {}

    /**
     * @param table of the kind of paper: a name of the program, never of a request
     */
    Mono<ResponseEntity<SupervisionPaperPageDto>> page(String table, Asked asked, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(asked.cursor(), person, exchange);
        var clear = access.reach().clear();
        return access.zone()
                .bindTo(database.sql(PAGE.formatted(table)))
                .bind("clear", clear.everything())
                .bind("clearHands", clear.hands().toArray(UUID[]::new))
                .bind("status", Binds.nullable(names(asked.status()), String[].class))
                .bind("matter", Binds.nullable(asked.matterId(), UUID.class))
                .bind("unit", Binds.nullable(asked.unitId(), UUID.class))
                .bind("lastAt", Binds.nullable(last.at(), Instant.class))
                .bind("lastId", Binds.nullable(last.id(), UUID.class))
                .bind("limit", asked.limit() + 1)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .map(rows -> cursors.page(
                        rows, asked.limit(), row -> Cursors.Place.of(row.createdAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new SupervisionPaperPageDto(
                                page.items().stream().map(mapper::toSummary).toList())
                        .nextCursor(page.nextCursor())));
    }

    private static String @Nullable [] names(@Nullable List<? extends Enum<?>> status) {
        return status == null || status.isEmpty()
                ? null
                : status.stream().map(Enum::name).toArray(String[]::new);
    }
}
