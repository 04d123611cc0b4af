package io.duban.hotline.cases;

import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import io.duban.platform.statistics.Period;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reading many cases: the list and the counts, cut to the officer's reach in SQL. */
@Component
class CaseDesk {

    private static final String PAGE = """
            select id, version, status, ticket_number, title, drafted_at from hotline_case
            where %s
              and (:status::text is null or status = :status)
              and (:lastAt::timestamptz is null or (drafted_at, id) < (:lastAt, :lastId))
            order by drafted_at desc, id desc limit :limit""".formatted(Zone.REACHES);

    private static final String COUNTS = """
            select count(*) filter (where drafted_at >= :from and drafted_at < :to) as drafted,
                   count(*) filter (where signed_at >= :from and signed_at < :to) as signed,
                   count(*) filter (where reported_at >= :from and reported_at < :to) as reported
            from hotline_case where %s""".formatted(Zone.REACHES);

    private final DatabaseClient database;

    CaseDesk(DatabaseClient database) {
        this.database = database;
    }

    /** A line of the list. */
    record Row(UUID id, long version, CaseStatus status, String ticketNumber, String title, Instant draftedAt) {}

    /** How many were drafted, signed and sent up, each by its own date. */
    record Counts(long drafted, long signed, long reported) {}

    Flux<Row> list(@Nullable CaseStatus status, @Nullable Instant lastAt, @Nullable UUID lastId, int limit, Zone zone) {
        return zone.bindTo(database.sql(PAGE))
                .bind("status", Binds.nullable(status == null ? null : status.name(), String.class))
                .bind("lastAt", Binds.nullable(lastAt, Instant.class))
                .bind("lastId", Binds.nullable(lastId, UUID.class))
                .bind("limit", limit)
                .mapProperties(Row.class)
                .all();
    }

    Mono<Counts> counts(Period period, Zone zone) {
        return zone.bindTo(database.sql(COUNTS))
                .bind("from", period.start())
                .bind("to", period.end())
                .mapProperties(Counts.class)
                .one();
    }
}
