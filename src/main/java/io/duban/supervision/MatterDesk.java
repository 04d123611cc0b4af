package io.duban.supervision;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Access;
import io.duban.platform.persistence.Binds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reading many matters, cut to the officer's reach in SQL by the zone single reads ask too. */
@Component
class MatterDesk {

    /** The light as {@link MatterFile#light} computes it. */
    private static final String LIGHT = """
            case when status in ('PENDING_VERIFICATION', 'HANDLED', 'STRUCK_OFF', 'CANCELLED') or due_at is null then 'NONE'
                 when coalesce(handed_in_at, :now) > due_at then 'RED'
                 when coalesce(handed_in_at, :now) >= warn_at then 'YELLOW'
                 else 'GREEN' end""";

    private static final String PAGE = """
            select id, version, status, kind, title, urgency, created_at, changed_at, due_at, light
            from (select *, %s as light from supervision_matter) m
            where (:everything or unit_ids && :units or participant_ids && :hands)
              and (:status::text[] is null or status = any(:status))
              and (:light::text is null or light = :light)
              and (:since::timestamptz is null or changed_at >= :since)
              and (:lastAt::timestamptz is null or (created_at, id) < (:lastAt, :lastId))
            order by created_at desc, id desc limit :limit""".formatted(LIGHT);

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
        var zone = access.zone();
        var light = query.light() == null ? null : query.light().name();
        return database.sql(PAGE)
                .bind("now", now)
                .bind("everything", zone.everything())
                .bind("units", zone.units().toArray(UUID[]::new))
                .bind("hands", zone.hands().toArray(UUID[]::new))
                .bind("status", Binds.nullable(names(query.status()), String[].class))
                .bind("light", Binds.nullable(light, String.class))
                .bind("since", Binds.nullable(query.updatedSince(), Instant.class))
                .bind("lastAt", Binds.nullable(query.lastAt(), Instant.class))
                .bind("lastId", Binds.nullable(query.lastId(), UUID.class))
                .bind("limit", query.limit())
                .mapProperties(Row.class)
                .all();
    }

    private static String @Nullable [] names(@Nullable List<SupervisionMatterStatus> status) {
        return status == null || status.isEmpty()
                ? null
                : status.stream().map(Enum::name).toArray(String[]::new);
    }
}
