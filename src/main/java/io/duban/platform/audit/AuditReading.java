package io.duban.platform.audit;

import io.duban.platform.persistence.Binds;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads the audit trail and recomputes its chains. */
@Component
class AuditReading {

    private static final String ROWS = """
            select chain, seq, recorded_at, actor_id, on_behalf_of, client_id, address, action, subject_type, subject_id, subject_version,
                   encode(hash, 'hex') as hash
            from audit_row where subject_id = :subject and (:lastSeq::bigint is null or seq > :lastSeq)
            order by seq limit :limit""";

    /**
     * Each row's hash is computed anew from its content and from the hash before it; the head kept apart must be the last row's, so that a
     * tail that was cut off is noticed as well. (A head changed together with its tail needs an anchor outside of this database.)
     */
    private static final String VERIFY = """
            with checked as (
                select chain, seq,
                       hash = sha256(prev_hash || convert_to(audit_canonical(seq, recorded_at, content), 'UTF8'))
                       and content = concat_ws('|', actor_id, client_id, coalesce(address, 'null'), action, subject_type, subject_id,
                               subject_version, on_behalf_of)
                       and seq = row_number() over w
                       and prev_hash = coalesce(lag(hash) over w, sha256(convert_to('duban audit chain ' || chain, 'UTF8'))) as sound
                from audit_row window w as (partition by chain order by seq))
            select c.chain, c.length as rows,
                   coalesce((select min(seq) from checked k where k.chain = c.chain and not sound),
                            case when c.length <> (select count(*) from audit_row r where r.chain = c.chain)
                                   or (c.length > 0 and c.head is distinct from
                                       (select hash from audit_row r where r.chain = c.chain order by seq desc limit 1))
                                 then c.length end) as first_broken_seq
            from audit_chain c order by c.chain""";

    private final DatabaseClient database;

    AuditReading(DatabaseClient database) {
        this.database = database;
    }

    /** One audited command. */
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
            String hash) {}

    /** A chain and the first row that does not fit; null when all do. */
    record Chain(int chain, long rows, @Nullable Long firstBrokenSeq) {

        boolean intact() {
            return firstBrokenSeq == null;
        }
    }

    Flux<Row> rows(UUID subjectId, @Nullable Long lastSeq, int limit) {
        return database.sql(ROWS)
                .bind("subject", subjectId)
                .bind("lastSeq", Binds.nullable(lastSeq, Long.class))
                .bind("limit", limit)
                .mapProperties(Row.class)
                .all();
    }

    Flux<Chain> verify() {
        return database.sql(VERIFY).mapProperties(Chain.class).all();
    }
}
