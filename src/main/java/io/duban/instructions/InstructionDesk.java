package io.duban.instructions;

import io.duban.instructions.InstructionIntake.Category;
import io.duban.instructions.InstructionIntake.Source;
import io.duban.instructions.InstructionIntake.Urgency;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reading many instructions, cut to the officer's reach in SQL by the zone single reads ask too. */
@Component
class InstructionDesk {

    private static final String PAGE = """
            select id, version, status, leader_id, source_kind, source_id, source_title, title, category, urgency, recorded_at, due_at,
                   case when due_at is null or status not in ('ASSIGNED', 'IN_PROGRESS') then 'NONE'
                        when :now > due_at then 'RED' when :now >= warn_at then 'YELLOW' else 'GREEN' end as light,
                   status = 'REPORTED' and silent_from is not null and :now >= silent_from as awaiting_strike_off
            from leader_instruction i
            where %s
              and (:status::text[] is null or status = any(:status))
              and (:leader::uuid is null or leader_id = :leader)
              and (:source::uuid is null or source_id = :source)
              and (not :mine or exists (
                  select 1 from todo where todo.subject_id = i.id and todo.person_id = :me and todo.closed_at is null))
              and (:lastAt::timestamptz is null or (recorded_at, id) < (:lastAt, :lastId))
            order by recorded_at desc, id desc limit :limit""".formatted(Zone.REACHES);

    /** A leader sees counts of his own words; nothing of this rings on his phone (D16). */
    private static final String OWN = """
            select count(*) filter (where status in ('ASSIGNED', 'IN_PROGRESS') and due_at < :now) as overdue,
                   count(*) filter (where status = 'REPORTED') as to_strike_off
            from leader_instruction where leader_id = :leader""";

    private final DatabaseClient database;

    InstructionDesk(DatabaseClient database) {
        this.database = database;
    }

    /** A line of the list. */
    record Row(
            UUID id,
            long version,
            InstructionStatus status,
            UUID leaderId,
            Source.@Nullable Kind sourceKind,
            @Nullable UUID sourceId,
            @Nullable String sourceTitle,
            String title,
            Category category,
            Urgency urgency,
            Instant recordedAt,
            @Nullable Instant dueAt,
            AlertLight light,
            boolean awaitingStrikeOff) {

        @Nullable
        Source source() {
            return sourceKind == null || sourceTitle == null ? null : new Source(sourceKind, sourceId, sourceTitle);
        }
    }

    /** What to list, and after which row. */
    record Query(
            @Nullable List<InstructionStatus> status,
            @Nullable UUID leaderId,
            @Nullable UUID sourceId,
            boolean waitingForMe,
            @Nullable Instant lastAt,
            @Nullable UUID lastId,
            int limit) {}

    /** A leader's own words that are late, and those reported to him. */
    record Own(long overdue, long toStrikeOff) {}

    Flux<Row> list(Query query, Access access, Instant now) {
        return access.zone()
                .bindTo(database.sql(PAGE))
                .bind("now", now)
                .bind("status", Binds.nullable(names(query.status()), String[].class))
                .bind("leader", Binds.nullable(query.leaderId(), UUID.class))
                .bind("source", Binds.nullable(query.sourceId(), UUID.class))
                .bind("mine", query.waitingForMe())
                .bind("me", access.officer().id())
                .bind("lastAt", Binds.nullable(query.lastAt(), Instant.class))
                .bind("lastId", Binds.nullable(query.lastId(), UUID.class))
                .bind("limit", query.limit())
                .mapProperties(Row.class)
                .all();
    }

    Mono<Own> own(UUID leader, Instant now) {
        return database.sql(OWN)
                .bind("now", now)
                .bind("leader", leader)
                .mapProperties(Own.class)
                .one();
    }

    private static String @Nullable [] names(@Nullable List<InstructionStatus> status) {
        return status == null || status.isEmpty()
                ? null
                : status.stream().map(Enum::name).toArray(String[]::new);
    }
}
