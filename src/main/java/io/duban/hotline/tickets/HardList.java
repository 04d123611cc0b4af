package io.duban.hotline.tickets;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import io.duban.platform.web.Cursors;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The hard tickets (挂账清单), for leaders: why each stands, and when it is looked at again. Cut to the reader's reach in SQL. */
@Component
class HardList {

    private static final String PAGE = """
            select t.id as ticket_id, t.version, t.ticket_number, t.title, t.host_unit_id,
                   h.ground, h.reason, h.plan, h.review_at, h.listed_at, h.approved_by
            from (select * from hotline_ticket where status = 'SUSPENDED' and %s) t
            join hotline_hard_listing h on h.ticket_id = t.id and h.listed_at is not null and h.resumed_at is null and h.round = t.round
            where (:lastAt::timestamptz is null or (h.review_at, t.id) > (:lastAt, :lastId))
            order by h.review_at, t.id limit :limit""".formatted(Zone.REACHES);

    private final DatabaseClient database;

    HardList(DatabaseClient database) {
        this.database = database;
    }

    /** A line of the list. */
    record Row(
            UUID ticketId,
            long version,
            String ticketNumber,
            String title,
            UUID hostUnitId,
            HardListing.Ground ground,
            String reason,
            String plan,
            Instant reviewAt,
            Instant listedAt,
            @Nullable UUID approvedBy) {}

    Flux<Row> list(Cursors.Place after, int limit, Access access) {
        return access.zone()
                .bindTo(database.sql(PAGE))
                .bind("lastAt", Binds.nullable(after.at(), Instant.class))
                .bind("lastId", Binds.nullable(after.id(), UUID.class))
                .bind("limit", limit)
                .mapProperties(Row.class)
                .all();
    }
}
