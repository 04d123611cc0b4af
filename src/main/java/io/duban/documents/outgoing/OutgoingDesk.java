package io.duban.documents.outgoing;

import io.duban.documents.DocType;
import io.duban.documents.Urgency;
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

/** Reading many documents, cut to the officer's reach in SQL by the zone single reads ask too. */
@Component
class OutgoingDesk {

    private static final String PAGE = """
            select id, version, status, doc_type, urgency, title, document_number, drafting_unit_id, created_at, changed_at, due_at,
                   case when due_at is null then 'NONE' when :now > due_at then 'RED' when :now >= warn_at then 'YELLOW'
                        else 'GREEN' end as light
            from outgoing_document d
            where %s
              and (:status::text[] is null or status = any(:status))
              and (not :mine or exists (
                  select 1 from todo where todo.subject_id = d.id and todo.person_id = :me and todo.closed_at is null))
              and (:lastAt::timestamptz is null or (created_at, id) < (:lastAt, :lastId))
            order by created_at desc, id desc limit :limit""".formatted(Zone.REACHES);

    private static final String AWAITING_SIGNATURE =
            "select count(*) from outgoing_document where %s and status = 'AWAITING_SIGNATURE'".formatted(Zone.REACHES);

    private final DatabaseClient database;

    OutgoingDesk(DatabaseClient database) {
        this.database = database;
    }

    /** A line of the list. */
    record Row(
            UUID id,
            long version,
            OutgoingStatus status,
            DocType docType,
            Urgency urgency,
            String title,
            @Nullable String documentNumber,
            UUID draftingUnitId,
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant dueAt,
            AlertLight light) {}

    /** What to list, and after which row. */
    record Query(
            @Nullable List<OutgoingStatus> status,
            boolean waitingForMe,
            @Nullable Instant lastAt,
            @Nullable UUID lastId,
            int limit) {}

    Flux<Row> list(Query query, Access access, Instant now) {
        return access.zone()
                .bindTo(database.sql(PAGE))
                .bind("now", now)
                .bind("status", Binds.nullable(names(query.status()), String[].class))
                .bind("mine", query.waitingForMe())
                .bind("me", access.officer().id())
                .bind("lastAt", Binds.nullable(query.lastAt(), Instant.class))
                .bind("lastId", Binds.nullable(query.lastId(), UUID.class))
                .bind("limit", query.limit())
                .mapProperties(Row.class)
                .all();
    }

    Mono<Long> awaitingSignature(Zone zone) {
        return zone.bindTo(database.sql(AWAITING_SIGNATURE))
                .map(row -> row.get(0, Long.class))
                .one();
    }

    private static String @Nullable [] names(@Nullable List<OutgoingStatus> status) {
        return status == null || status.isEmpty()
                ? null
                : status.stream().map(Enum::name).toArray(String[]::new);
    }
}
