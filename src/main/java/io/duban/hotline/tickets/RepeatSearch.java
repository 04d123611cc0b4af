package io.duban.hotline.tickets;

import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Finds tickets of the same category near the same place within 30 days (domain 2.5). Points are compared as WGS-84, by fields of a grid first;
 * addresses by their normal form, and by pairs of characters among the newest of the category, so that no storm makes a question slow (ADR 0025).
 */
@Component
class RepeatSearch {

    /** Two points far apart are not one place, however alike their addresses are told. */
    private static final String NEAR =
            "(metres <= :metres or likeness >= :likeness and coalesce(metres, 0) <= 5 * :metres)";

    private static final String COMPARED = """
            metres_between(one.latitude, one.longitude, two.latitude, two.longitude) as metres,
            places_alike(one.address, one.pairs, two.address, two.pairs) as likeness""";

    private static final String SEARCH =
            """
            with one as materialized (
                select wgs[1] as latitude, wgs[2] as longitude, address, coalesce(search_pairs(address), '{}') as pairs
                from wgs_84(:latitude, :longitude, :datum) wgs, place_address(:address) address),
            candidates as (
                select p.* from one cross join lateral unnest(place_cells_around(one.latitude, one.longitude)) as around (cell)
                cross join lateral (
                    select * from hotline_place q
                    where q.category_code = :category and q.cell = around.cell and q.accepted_at between :from and :until
                      and abs(q.latitude - one.latitude) <= :metres / 111000
                      and metres_between(one.latitude, one.longitude, q.latitude, q.longitude) <= :metres
                    order by q.accepted_at desc limit 200) p
                union all
                select p.* from one cross join lateral (
                    select * from hotline_place q
                    where q.category_code = :category and q.address = one.address and q.accepted_at between :from and :until
                    order by q.accepted_at desc limit 200) p
                union all
                select p.* from (
                    select * from hotline_place q
                    where q.category_code = :category and q.address is not null and q.accepted_at between :from and :until
                    order by q.accepted_at desc limit 1000) p, one where one.address is not null),
            compared as (
                select distinct on (two.ticket_id) two.ticket_id, %1$s from one, candidates two order by two.ticket_id),
            found as (select * from compared where %2$s)
            select ticket_id, version, ticket_number, status, title, category_code, accepted_at, host_unit_id, due_at, light, parent_id,
                   metres::int as metres, likeness as address_likeness
            from found join (select *, %3$s as light from hotline_ticket) t on t.id = found.ticket_id
            where %4$s and (:self::uuid is null or t.id <> :self)
            order by case when status in (%5$s) then 0 else 1 end, found.metres nulls last, likeness desc nulls last, accepted_at desc
            limit 20""".formatted(COMPARED, NEAR, TicketDesk.LIGHT, Zone.REACHES, HotlineTicketStatus.OPEN_STATES);

    private static final String SAME_PLACE = """
            select ticket_id from (
                select two.ticket_id, %s from hotline_place one, hotline_place two
                where one.ticket_id = :parent and two.ticket_id = any(:children)) compared
            where %s
            union all
            select id from hotline_ticket t
            where id = any(:children) and not exists (select 1 from hotline_place where ticket_id in (t.id, :parent))""".formatted(COMPARED, NEAR);

    private final DatabaseClient database;
    private final Duration within;
    private final double metres;
    private final double likeness;

    RepeatSearch(
            DatabaseClient database,
            @Value("${duban.hotline.repeats.within:30d}") Duration within,
            @Value("${duban.hotline.repeats.metres:200}") double metres,
            @Value("${duban.hotline.repeats.likeness:0.8}") double likeness) {
        if (metres > 300) {
            throw new IllegalStateException("duban.hotline.repeats.metres: the grid finds what is within 300 metres");
        }
        this.database = database;
        this.within = within;
        this.metres = metres;
        this.likeness = likeness;
    }

    /** How far apart in time two tickets may be about one matter. */
    Duration within() {
        return within;
    }

    /** What a demand would repeat that is not taken in yet. */
    Flux<Repeat> before(SoughtPlace sought, Instant now, Zone zone) {
        return search(sought, null, now.minus(within), now, now, zone);
    }

    /** What a ticket repeats, or what repeats it. */
    Flux<Repeat> of(HotlineTicket ticket, Instant now, Zone zone) {
        return search(
                SoughtPlace.of(ticket.demand()),
                ticket.id(),
                ticket.acceptedAt().minus(within),
                ticket.acceptedAt().plus(within),
                now,
                zone);
    }

    /** Those of the children that are at the parent's place; without a place are those that are nowhere, as the parent is. */
    Flux<UUID> atThePlaceOf(UUID parentId, Set<UUID> children) {
        return near(database.sql(SAME_PLACE))
                .bind("parent", parentId)
                .bind("children", children.toArray(UUID[]::new))
                .map(row -> row.get(0, UUID.class))
                .all();
    }

    private Flux<Repeat> search(
            SoughtPlace sought, @Nullable UUID self, Instant from, Instant until, Instant now, Zone zone) {
        return zone.bindTo(near(database.sql(SEARCH)))
                .bind("category", sought.categoryCode())
                .bind("address", Binds.nullable(sought.address(), String.class))
                .bind("latitude", Binds.nullable(sought.latitude(), Double.class))
                .bind("longitude", Binds.nullable(sought.longitude(), Double.class))
                .bind(
                        "datum",
                        Binds.nullable(
                                sought.datum() == null ? null : sought.datum().name(), String.class))
                .bind("from", from)
                .bind("until", until)
                .bind("self", Binds.nullable(self, UUID.class))
                .bind("now", now)
                .mapProperties(Repeat.class)
                .all();
    }

    private GenericExecuteSpec near(GenericExecuteSpec sql) {
        return sql.bind("metres", metres).bind("likeness", likeness);
    }
}
