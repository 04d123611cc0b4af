package io.duban.platform.audit;

import io.duban.platform.persistence.Binds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads the audit trail. */
@Component
class AuditReading {

    /** That further ids are not empty is said for their index, which has no others: without it every row of the trail is looked at. */
    static final String ROWS = """
            select chain, seq, recorded_at, actor_id, on_behalf_of, client_id, address, action, subject_type, subject_id, subject_version,
                   further_ids, encode(hash, 'hex') as hash
            from audit_row where (subject_id = :subject or (further_ids <> '{}' and further_ids @> array[:subject]))
              and (:lastAt::timestamptz is null or (recorded_at, chain, seq) > (:lastAt, :lastChain, :lastSeq))
            order by recorded_at, chain, seq limit :limit""";

    private final DatabaseClient database;

    AuditReading(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One audited command.
     *
     * @param furtherIds what else the same command changed
     */
    record Row(
            int chain,
            long seq,
            Instant recordedAt,
            UUID actorId,
            @Nullable UUID onBehalfOf,
            String clientId,
            @Nullable String address,
            String action,
            String subjectType,
            UUID subjectId,
            long subjectVersion,
            List<UUID> furtherIds,
            String hash) {}

    /** The place of a row among those of its object, oldest first; they may stand in several chains. */
    record Place(Instant recordedAt, int chain, long seq) {}

    Flux<Row> rows(UUID subjectId, @Nullable Place last, int limit) {
        return database.sql(ROWS)
                .bind("subject", subjectId)
                .bind("lastAt", Binds.nullable(last == null ? null : last.recordedAt(), Instant.class))
                .bind("lastChain", last == null ? 0 : last.chain())
                .bind("lastSeq", last == null ? 0L : last.seq())
                .bind("limit", limit)
                .mapProperties(Row.class)
                .all();
    }
}
