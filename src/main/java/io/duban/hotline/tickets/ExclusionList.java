package io.duban.hotline.tickets;

import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import io.duban.platform.web.Cursors;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The exclusions of the whole district, listed openly (domain 2.5 T21), whichever unit asked: without the evidence, which may speak of the citizen, and
 * without the title of a ticket that is kept secret. Whoever is kept away from a ticket does not find it here either.
 */
@Component
class ExclusionList {

    private static final String PAGE = """
            select * from (
                select e.id, t.ticket_number, case when t.keep_secret or t.demand_type = 'REPORT_WRONGDOING' then null else t.title end as title, e.unit_id, e.round, e.reason,
                       case when e.granted is null then 'ASKED' when e.granted then 'GRANTED' else 'REFUSED' end as standing,
                       e.requested_at, e.decided_at, e.decision_words
                from hotline_exclusion e join hotline_ticket t on t.id = e.ticket_id
                where (t.participant_ids && :recused) is not true) listed
            where (:standing::text is null or standing = :standing)
              and (:lastAt::timestamptz is null or (requested_at, id) < (:lastAt, :lastId))
            order by requested_at desc, id desc limit :limit""";

    private final DatabaseClient database;

    ExclusionList(DatabaseClient database) {
        this.database = database;
    }

    /** A line of the list. */
    record Row(
            UUID id,
            String ticketNumber,
            @Nullable String title,
            UUID unitId,
            int round,
            Exclusion.Reason reason,
            Exclusion.Standing standing,
            Instant requestedAt,
            @Nullable Instant decidedAt,
            @Nullable String decisionWords) {}

    Flux<Row> list(Exclusion.@Nullable Standing standing, Cursors.Place after, int limit, Zone reader) {
        return database.sql(PAGE)
                .bind("standing", Binds.nullable(standing == null ? null : standing.name(), String.class))
                .bind("lastAt", Binds.nullable(after.at(), Instant.class))
                .bind("lastId", Binds.nullable(after.id(), UUID.class))
                .bind("limit", limit)
                .bind("recused", reader.recused().toArray(UUID[]::new))
                .mapProperties(Row.class)
                .all();
    }
}
