package io.duban.hotline.tickets;

import static io.duban.hotline.tickets.HotlineTicketStatus.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The list of tickets, page by page, newest first. There are as many tickets as years go by, so no page may look at all of them: by what is asked for, it is
 * read in the order of the index that leads there soonest (ADR 0024). Every way is cut to the officer's zone, as single reads are.
 */
@Component
class TicketPages {

    /** What a partner asks for that fetches changes regularly; changes of a longer time are too many to be sorted. */
    private static final Duration RECENT = Duration.ofDays(2);

    /** The states nearly all tickets of the past are in. */
    private static final Set<HotlineTicketStatus> COMMON = EnumSet.of(CLOSED, ARCHIVED);

    private static final Instant NEWEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST_ID = new UUID(-1, -1);

    private static final String ROW = """
            select t.id, t.version, t.ticket_number, t.status, t.title, t.category_code, t.accepted_at, t.host_unit_id, t.due_at,
                   %s as light
            from\s""".formatted(TicketDesk.LIGHT);

    private static final String ASKED = """
             where %s
              and (:status::text[] is null or t.status = any(:status))
              and (:light::text is null or :light = %s)
              and (:host::uuid is null or t.host_unit_id = :host)
              and (:since::timestamptz is null or t.changed_at >= :since)
            """.formatted(Zone.REACHES, TicketDesk.LIGHT);

    private static final String AFTER = " and (t.accepted_at, t.id) < (:lastAt, :lastId)";
    private static final String NEWEST_FIRST = " order by t.accepted_at desc, t.id desc limit :limit";

    private static final String WHOLE = ROW + "hotline_ticket t" + ASKED + AFTER + NEWEST_FIRST;

    private static final String BY_STATE = merged(
            "unnest(:status::text[]) asked(state)",
            ROW + "hotline_ticket t" + ASKED + AFTER + " and t.status = asked.state" + NEWEST_FIRST);

    private static final String BY_REACH = merged(
            "unnest(:reachers::uuid[]) asked(reacher)",
            ROW + "hotline_ticket_reach r join hotline_ticket t on t.id = r.ticket_id" + ASKED
                    + " and r.reacher_id = asked.reacher and (r.accepted_at, r.ticket_id) < (:lastAt, :lastId)"
                    + " order by r.accepted_at desc, r.ticket_id desc limit :limit");

    private static final String BY_CHANGE =
            "with t as materialized (select * from hotline_ticket where changed_at >= :since) " + ROW + "t" + ASKED
                    + AFTER + NEWEST_FIRST;

    private final DatabaseClient database;

    TicketPages(DatabaseClient database) {
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
            AlertLight light) {

        /** By hand, and by place: to look into the record anew for each row costs more than all else of a page, and to look for ten names in each some of it. */
        static Row of(Readable row) {
            return new Row(
                    Objects.requireNonNull(row.get(0, UUID.class)),
                    Objects.requireNonNull(row.get(1, Long.class)),
                    Objects.requireNonNull(row.get(2, String.class)),
                    Objects.requireNonNull(row.get(3, HotlineTicketStatus.class)),
                    Objects.requireNonNull(row.get(4, String.class)),
                    Objects.requireNonNull(row.get(5, String.class)),
                    Objects.requireNonNull(row.get(6, Instant.class)),
                    row.get(7, UUID.class),
                    row.get(8, Instant.class),
                    Objects.requireNonNull(row.get(9, AlertLight.class)));
        }
    }

    /** What to list, and after which row. */
    record Query(
            @Nullable List<HotlineTicketStatus> status,
            @Nullable AlertLight light,
            @Nullable UUID hostUnitId,
            @Nullable Instant updatedSince,
            @Nullable Instant lastAt,
            @Nullable UUID lastId,
            int limit) {

        /** The states asked for; a light narrows them too, since only open tickets have one. */
        @Nullable
        Set<HotlineTicketStatus> states() {
            var asked = status == null || status.isEmpty() ? null : EnumSet.copyOf(status);
            if (light == null || light == AlertLight.NONE) {
                return asked;
            }
            var lit = EnumSet.allOf(HotlineTicketStatus.class);
            lit.removeIf(HotlineTicketStatus::isUnlit);
            if (asked != null) {
                lit.retainAll(asked);
            }
            return lit;
        }
    }

    Flux<Row> list(Query query, Zone zone, Instant now) {
        var states = query.states();
        var way = way(query, states, zone, now);
        var asked = zone.bindTo(database.sql(way));
        if (way.equals(BY_REACH)) {
            asked = asked.bind("reachers", reachers(query, zone));
        }
        return asked.bind("now", now)
                .bind("status", Binds.nullable(names(states), String[].class))
                .bind(
                        "light",
                        Binds.nullable(
                                query.light() == null ? null : query.light().name(), String.class))
                .bind("host", Binds.nullable(query.hostUnitId(), UUID.class))
                .bind("since", Binds.nullable(query.updatedSince(), Instant.class))
                .bind("lastAt", query.lastAt() == null ? NEWEST : query.lastAt())
                .bind("lastId", query.lastId() == null ? LAST_ID : query.lastId())
                .bind("limit", query.limit())
                .map(Row::of)
                .all();
    }

    private static String way(Query query, @Nullable Set<HotlineTicketStatus> states, Zone zone, Instant now) {
        if (query.updatedSince() != null && query.updatedSince().isAfter(now.minus(RECENT))) {
            return BY_CHANGE;
        }
        var everybodys = zone.everything() && query.hostUnitId() == null;
        if (states != null && (everybodys || states.stream().noneMatch(COMMON::contains))) {
            return BY_STATE;
        }
        return everybodys ? WHOLE : BY_REACH;
    }

    private static UUID[] reachers(Query query, Zone zone) {
        var all = new HashSet<UUID>();
        if (query.hostUnitId() != null) {
            all.add(query.hostUnitId());
        } else {
            all.addAll(zone.units());
            all.addAll(zone.hands());
        }
        return all.toArray(UUID[]::new);
    }

    private static String @Nullable [] names(@Nullable Set<HotlineTicketStatus> states) {
        return states == null ? null : states.stream().map(Enum::name).toArray(String[]::new);
    }

    /** The first of several ordered rows each, put in one order; a row found twice is one. */
    private static String merged(String ranges, String rows) {
        return "select * from (select distinct found.* from %s cross join lateral (%s) found) t".formatted(ranges, rows)
                + " order by accepted_at desc, id desc limit :limit";
    }
}
