package io.duban.supervision.matters;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import io.duban.supervision.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reading many matters, cut to the officer's reach in SQL by the zone single reads ask too. */
@Component
class MatterDesk {

    /** The light as {@link MatterFile#light} computes it. */
    private static final String LIGHT = """
            case when status in ('PENDING_VERIFICATION', 'CONCLUDED', 'HANDLED', 'STRUCK_OFF', 'CANCELLED') or due_at is null then 'NONE'
                 when coalesce(handed_in_at, :now) > due_at then 'RED'
                 when coalesce(handed_in_at, :now) >= warn_at then 'YELLOW'
                 else 'GREEN' end""";

    private static final String PAGE = """
            select id, version, status, kind, title, urgency, created_at, changed_at, due_at, light
            from (select *, %s as light from supervision_matter) m
            where %s
              and (:status::text[] is null or status = any(:status))
              and (:light::text is null or light = :light)
              and (:since::timestamptz is null or changed_at >= :since)
              and (:lastAt::timestamptz is null or (created_at, id) < (:lastAt, :lastId))
            order by created_at desc, id desc limit :limit""".formatted(LIGHT, Zone.REACHES);

    private static final String COUNTS = """
            select count(*) as open, count(*) filter (where light = 'YELLOW') as yellow, count(*) filter (where light = 'RED') as red,
                   count(*) filter (where status = 'HANDLED') as handled
            from (select *, %s as light from supervision_matter) m
            where %s and status not in ('STRUCK_OFF', 'CANCELLED')""".formatted(LIGHT, Zone.REACHES);

    private final DatabaseClient database;

    MatterDesk(DatabaseClient database) {
        this.database = database;
    }

    /** A line of the list. */
    record Row(
            UUID id,
            long version,
            SupervisionMatterStatus status,
            Brief.Kind kind,
            String title,
            Urgency urgency,
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant dueAt,
            AlertLight light) {}

    /** What to list, and after which row. */
    record Query(
            @Nullable List<SupervisionMatterStatus> status,
            @Nullable AlertLight light,
            @Nullable Instant updatedSince,
            @Nullable Instant lastAt,
            @Nullable UUID lastId,
            int limit) {}

    Flux<Row> list(Query query, Access access, Instant now) {
        var light = query.light() == null ? null : query.light().name();
        return access.zone()
                .bindTo(database.sql(PAGE))
                .bind("now", now)
                .bind("status", Binds.nullable(names(query.status()), String[].class))
                .bind("light", Binds.nullable(light, String.class))
                .bind("since", Binds.nullable(query.updatedSince(), Instant.class))
                .bind("lastAt", Binds.nullable(query.lastAt(), Instant.class))
                .bind("lastId", Binds.nullable(query.lastId(), UUID.class))
                .bind("limit", query.limit())
                .mapProperties(Row.class)
                .all();
    }

    /** Matters that are not done with; {@code handled} wait for the leader's strike-off. */
    record Counts(long open, long yellow, long red, long handled) {}

    Mono<Counts> counts(Zone zone, Instant now) {
        return zone.bindTo(database.sql(COUNTS))
                .bind("now", now)
                .mapProperties(Counts.class)
                .one();
    }

    private static String @Nullable [] names(@Nullable List<SupervisionMatterStatus> status) {
        return status == null || status.isEmpty()
                ? null
                : status.stream().map(Enum::name).toArray(String[]::new);
    }
}
