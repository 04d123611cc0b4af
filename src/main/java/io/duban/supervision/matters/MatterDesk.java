package io.duban.supervision.matters;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import io.duban.supervision.Urgency;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
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
                 when status = 'SUSPENDED' then 'GREY'
                 when coalesce(handed_in_at, :now) > due_at then 'RED'
                 when coalesce(handed_in_at, :now) >= warn_at then 'YELLOW'
                 else 'GREEN' end""";

    private static final String PAGE = """
            select id, version, status, kind, title, urgency, created_at, changed_at, due_at, light
            from (select *, %s as light from supervision_matter) m
            where %s
              and (:status::text[] is null or status = any(:status))
              and (:light::text is null or light = :light)
              and (:kind::text is null or kind = :kind)
              and (:unit::uuid is null or unit_ids @> array[:unit] or object_unit_ids @> array[:unit])
              and (:entry::uuid is null or plan_entry_id = :entry)
              and (:before::timestamptz is null or due_at < :before and light in ('GREEN', 'YELLOW', 'RED'))
              and (not :mine or status = 'HANDLED' and (instructing_leader_id = :me or approved_by_id = :me))
              and (:since::timestamptz is null or changed_at >= :since)
              and (:lastAt::timestamptz is null or (created_at, id) < (:lastAt, :lastId))
            order by created_at desc, id desc limit :limit""".formatted(LIGHT, Zone.REACHES);

    private static final String COUNTS = """
            select count(*) as open, count(*) filter (where light = 'YELLOW') as yellow, count(*) filter (where light = 'RED') as red,
                   count(*) filter (where status in ('ISSUED', 'IN_PROGRESS', 'PENDING_VERIFICATION', 'CONCLUDED', 'REOPENED')) as running,
                   count(*) filter (where light in ('GREEN', 'YELLOW', 'RED') and due_at >= :now and due_at < :weekEnd) as due_this_week,
                   count(*) filter (where status = 'HANDLED' and (instructing_leader_id = :me or approved_by_id = :me)) as mine_to_strike_off
            from (select *, %s as light from supervision_matter) m
            where %s and status not in ('STRUCK_OFF', 'CANCELLED')""".formatted(LIGHT, Zone.REACHES);

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

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
            Brief.@Nullable Kind kind,
            @Nullable UUID unitId,
            @Nullable UUID planEntryId,
            @Nullable Instant dueBefore,
            boolean awaitingMe,
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
                .bind(
                        "kind",
                        Binds.nullable(
                                query.kind() == null ? null : query.kind().name(), String.class))
                .bind("unit", Binds.nullable(query.unitId(), UUID.class))
                .bind("entry", Binds.nullable(query.planEntryId(), UUID.class))
                .bind("before", Binds.nullable(query.dueBefore(), Instant.class))
                .bind("mine", query.awaitingMe())
                .bind("me", access.officer().id())
                .bind("since", Binds.nullable(query.updatedSince(), Instant.class))
                .bind("lastAt", Binds.nullable(query.lastAt(), Instant.class))
                .bind("lastId", Binds.nullable(query.lastId(), UUID.class))
                .bind("limit", query.limit())
                .mapProperties(Row.class)
                .all();
    }

    /**
     * Matters that are not done with.
     *
     * @param running units are at work on them, or their results are being verified
     * @param dueThisWeek not yet over, and due before Monday
     * @param mineToStrikeOff they wait for this officer's strike-off
     */
    record Counts(long open, long yellow, long red, long running, long dueThisWeek, long mineToStrikeOff) {}

    Mono<Counts> counts(Zone zone, UUID officer, Instant now) {
        return zone.bindTo(database.sql(COUNTS))
                .bind("now", now)
                .bind("weekEnd", monday(now))
                .bind("me", officer)
                .mapProperties(Counts.class)
                .one();
    }

    private static String @Nullable [] names(@Nullable List<SupervisionMatterStatus> status) {
        return status == null || status.isEmpty()
                ? null
                : status.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Instant monday(Instant now) {
        return now.atZone(OFFICE)
                .toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(OFFICE)
                .toInstant();
    }
}
