package io.duban.documents.incoming;

import io.duban.documents.incoming.Content.HandlingKind;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reading many papers, cut to the officer's reach in SQL by the zone single reads ask too; and the bypass ledger. */
@Component
class IncomingDesk {

    private static final String PAGE = """
            select id, version, status, register_number, doc_type, urgency, handling_kind, title, sender_name, delivered_at, changed_at,
                   conflict, offline_bypass, due_at,
                   case when due_at is null or status in ('COMPLETED', 'ARCHIVED', 'RETURNED_TO_SENDER', 'VOIDED') then 'NONE'
                        when :now > due_at then 'RED' when :now >= warn_at then 'YELLOW' else 'GREEN' end as light
            from incoming_document d
            where %s
              and (secrecy_level <> 'WORK_SECRET' or :desk or participant_ids && :hands)
              and (:status::text[] is null or status = any(:status))
              and (not :mine or exists (
                  select 1 from todo where todo.subject_id = d.id and todo.person_id = :me and todo.closed_at is null))
              and (:lastAt::timestamptz is null or (delivered_at, id) < (:lastAt, :lastId))
            order by delivered_at desc, id desc limit :limit""".formatted(Zone.REACHES);

    private static final String BYPASSES = """
            select id as document_id, register_number, title, sender_name, bypass_leader_id as leader_id, bypass_date as date, handed_by,
                   bypass_reason as reason, registered_by, registered_at, status,
                   bypass_seen_by as seen_by, bypass_seen_at as seen_at
            from incoming_document
            where offline_bypass and (:lastAt::timestamptz is null or (registered_at, id) < (:lastAt, :lastId))
            order by registered_at desc, id desc limit :limit""";

    private final DatabaseClient database;

    IncomingDesk(DatabaseClient database) {
        this.database = database;
    }

    /** A line of the list. */
    record Row(
            UUID id,
            long version,
            IncomingStatus status,
            @Nullable String registerNumber,
            IncomingDocType docType,
            IncomingUrgency urgency,
            HandlingKind handlingKind,
            String title,
            String senderName,
            Instant deliveredAt,
            Instant changedAt,
            boolean conflict,
            boolean offlineBypass,
            @Nullable Instant dueAt,
            AlertLight light) {}

    /** A line of the bypass ledger. */
    record BypassRow(
            UUID documentId,
            @Nullable String registerNumber,
            String title,
            String senderName,
            UUID leaderId,
            LocalDate date,
            @Nullable String handedBy,
            @Nullable String reason,
            @Nullable UUID registeredBy,
            Instant registeredAt,
            IncomingStatus status,
            @Nullable UUID seenBy,
            @Nullable Instant seenAt) {}

    /** What to list, and after which row. */
    record Query(
            @Nullable List<IncomingStatus> status,
            boolean waitingForMe,
            @Nullable Instant lastAt,
            @Nullable UUID lastId,
            int limit) {}

    Flux<Row> list(Query query, Access access, Instant now) {
        return access.zone()
                .bindTo(database.sql(PAGE))
                .bind("now", now)
                .bind("desk", PaperFiles.worksOnPapers(access.officer()))
                .bind("status", Binds.nullable(names(query.status()), String[].class))
                .bind("mine", query.waitingForMe())
                .bind("me", access.officer().id())
                .bind("lastAt", Binds.nullable(query.lastAt(), Instant.class))
                .bind("lastId", Binds.nullable(query.lastId(), UUID.class))
                .bind("limit", query.limit())
                .mapProperties(Row.class)
                .all();
    }

    Flux<BypassRow> bypasses(@Nullable Instant lastAt, @Nullable UUID lastId, int limit) {
        return database.sql(BYPASSES)
                .bind("lastAt", Binds.nullable(lastAt, Instant.class))
                .bind("lastId", Binds.nullable(lastId, UUID.class))
                .bind("limit", limit)
                .mapProperties(BypassRow.class)
                .all();
    }

    private static String @Nullable [] names(@Nullable List<IncomingStatus> status) {
        return status == null || status.isEmpty()
                ? null
                : status.stream().map(Enum::name).toArray(String[]::new);
    }
}
