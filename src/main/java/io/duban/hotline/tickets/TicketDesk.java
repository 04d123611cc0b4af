package io.duban.hotline.tickets;

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

/** Reading many tickets: the list and the board. Both are cut to the officer's reach in SQL, by the zone single reads ask too. */
@Component
class TicketDesk {

    /** The light as {@link HotlineTicket#light} computes it; a test holds the two together. */
    static final String LIGHT = """
            case when status in (%s) or due_at is null then 'NONE'
                 when status = 'SUSPENDED' then 'GREY'
                 when coalesce(case when status = 'FEEDBACK_SUBMITTED' then feedback_at end, :now) > due_at then 'RED'
                 when coalesce(case when status = 'FEEDBACK_SUBMITTED' then feedback_at end, :now) >= warn_at then 'YELLOW'
                 else 'GREEN' end""".formatted(HotlineTicketStatus.UNLIT_STATES);

    private static final String PAGE = """
            select id, version, ticket_number, status, title, category_code, accepted_at, host_unit_id, due_at, light
            from (select *, %s as light from hotline_ticket) t
            where %s
              and (:status::text[] is null or status = any(:status))
              and (:light::text is null or light = :light)
              and (:host::uuid is null or host_unit_id = :host)
              and (:since::timestamptz is null or changed_at >= :since)
              and (:lastAt::timestamptz is null or (accepted_at, id) < (:lastAt, :lastId))
            order by accepted_at desc, id desc limit :limit""".formatted(LIGHT, Zone.REACHES);

    private static final String BOARD = """
            select status, light, count(*) as count
            from (select *, %s as light from hotline_ticket) t
            where %s and status not in (%s)
            group by status, light order by status, light""".formatted(LIGHT, Zone.REACHES, HotlineTicketStatus.CLOSED_STATES);

    private final DatabaseClient database;

    TicketDesk(DatabaseClient database) {
        this.database = database;
    }

    /** A line of the list. */
    record Row(
            UUID id,
            long version,
            String ticketNumber,
            HotlineTicketStatus status,
            String title,
            String categoryCode,
            Instant acceptedAt,
            @Nullable UUID hostUnitId,
            @Nullable Instant dueAt,
            AlertLight light) {}

    /** What to list, and after which row. */
    record Query(
            @Nullable List<HotlineTicketStatus> status,
            @Nullable AlertLight light,
            @Nullable UUID hostUnitId,
            @Nullable Instant updatedSince,
            @Nullable Instant lastAt,
            @Nullable UUID lastId,
            int limit) {}

    /** How many open tickets stand in a state under a light. */
    record Count(HotlineTicketStatus status, AlertLight light, long count) {}

    Flux<Row> list(Query query, Access access, Instant now) {
        return reaching(PAGE, access.zone(), now)
                .bind("status", Binds.nullable(names(query.status()), String[].class))
                .bind(
                        "light",
                        Binds.nullable(
                                query.light() == null ? null : query.light().name(), String.class))
                .bind("host", Binds.nullable(query.hostUnitId(), UUID.class))
                .bind("since", Binds.nullable(query.updatedSince(), Instant.class))
                .bind("lastAt", Binds.nullable(query.lastAt(), Instant.class))
                .bind("lastId", Binds.nullable(query.lastId(), UUID.class))
                .bind("limit", query.limit())
                .mapProperties(Row.class)
                .all();
    }

    Mono<List<Count>> board(Zone zone, Instant now) {
        return reaching(BOARD, zone, now).mapProperties(Count.class).all().collectList();
    }

    private DatabaseClient.GenericExecuteSpec reaching(String sql, Zone zone, Instant now) {
        return zone.bindTo(database.sql(sql)).bind("now", now);
    }

    private static String @Nullable [] names(@Nullable List<HotlineTicketStatus> status) {
        return status == null || status.isEmpty()
                ? null
                : status.stream().map(Enum::name).toArray(String[]::new);
    }
}
