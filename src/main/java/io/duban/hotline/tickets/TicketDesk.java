package io.duban.hotline.tickets;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Zone;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The board: how many tickets are open. It is cut to the officer's reach in SQL, by the zone single reads ask too. */
@Component
class TicketDesk {

    /** The light as {@link HotlineTicket#light} computes it; a test holds the two together. */
    static final String LIGHT = """
            case when status in (%s) or due_at is null then 'NONE'
                 when status = 'SUSPENDED' then 'GREY'
                 when coalesce(case when status = 'FEEDBACK_SUBMITTED' then feedback_at end, :now) > due_at then 'RED'
                 when coalesce(case when status = 'FEEDBACK_SUBMITTED' then feedback_at end, :now) >= warn_at then 'YELLOW'
                 else 'GREEN' end""".formatted(HotlineTicketStatus.UNLIT_STATES);

    private static final String BOARD = """
            select status, light, count(*) as count
            from (select *, %s as light from hotline_ticket) t
            where %s and status in (%s)
            group by status, light order by status, light""".formatted(LIGHT, Zone.REACHES, HotlineTicketStatus.OPEN_STATES);

    private final DatabaseClient database;

    TicketDesk(DatabaseClient database) {
        this.database = database;
    }

    /** How many open tickets stand in a state under a light. */
    record Count(HotlineTicketStatus status, AlertLight light, long count) {}

    Mono<List<Count>> board(Zone zone, Instant now) {
        return zone.bindTo(database.sql(BOARD))
                .bind("now", now)
                .mapProperties(Count.class)
                .all()
                .collectList();
    }
}
