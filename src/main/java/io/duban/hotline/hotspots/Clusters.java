package io.duban.hotline.hotspots;

import io.duban.platform.identity.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts tickets by category and place: the field of the grid where they have a point, else the street or estate. */
@Component
class Clusters {

    private static final Duration WEEK = Duration.ofDays(7);

    private static final String PLACE_KEY = "coalesce('cell:' || cell, neighbourhood)";

    /** What was told in the last seven days is not looked at again. */
    private static final String OF_LATE = """
            select category_code, place_key, mode() within group (order by neighbourhood) filter (where accepted_at >= :week) as neighbourhood,
                   avg(latitude) filter (where accepted_at >= :week) as latitude, avg(longitude) filter (where accepted_at >= :week) as longitude,
                   count(*) filter (where accepted_at >= :week)::int as tickets, count(*) filter (where accepted_at < :week)::int as before
            from (select *, %s as place_key from hotline_place where accepted_at > :from and accepted_at <= :now) p
            where not exists (
                select 1 from hotline_hotspot h
                where h.category_code = p.category_code and h.place_key = p.place_key and h.detected_at > :week)
            group by category_code, place_key having count(*) filter (where accepted_at >= :week) >= :least
            order by category_code, place_key""".formatted(PLACE_KEY);

    private static final String TOLD = """
            select exists (
                select from hotline_hotspot
                where category_code = :category and place_key = :place and detected_at > :week)""";

    private static final String UNITS = """
            select distinct coalesce(t.host_unit_id, t.proposed_unit_id) as unit_id
            from hotline_place p join hotline_ticket t on t.id = p.ticket_id
            where p.category_code = :category and %s = :place and p.accepted_at >= :week and p.accepted_at <= :now
              and coalesce(t.host_unit_id, t.proposed_unit_id) is not null""".formatted(PLACE_KEY);

    private static final String OFTEN = """
            select category_code, place_key, mode() within group (order by neighbourhood) as neighbourhood,
                   avg(latitude) as latitude, avg(longitude) as longitude, count(*)::int as tickets, 0 as before
            from (select p.category_code, p.neighbourhood, p.latitude, p.longitude, %s as place_key, t.unit_ids, t.participant_ids
                  from hotline_place p join hotline_ticket t on t.id = p.ticket_id
                  where p.accepted_at >= :from and p.accepted_at < :until) p
            where %s
            group by category_code, place_key having count(*) >= :least
            order by tickets desc, category_code, place_key limit 50""".formatted(PLACE_KEY, Zone.REACHES);

    private final DatabaseClient database;

    Clusters(DatabaseClient database) {
        this.database = database;
    }

    /** All that may stand out now and were not told in the last seven days. */
    Flux<Cluster> ofLate(int least, Instant now) {
        var week = now.minus(WEEK);
        return database.sql(OF_LATE)
                .bind("from", week.minus(WEEK.multipliedBy(HotspotRule.WEEKS_BEFORE)))
                .bind("week", week)
                .bind("now", now)
                .bind("least", least)
                .mapProperties(Cluster.class)
                .all();
    }

    Mono<Boolean> isTold(Cluster cluster, Instant now) {
        return database.sql(TOLD)
                .bind("category", cluster.categoryCode())
                .bind("place", cluster.placeKey())
                .bind("week", now.minus(WEEK))
                .mapValue(Boolean.class)
                .one();
    }

    /** The units that handle its tickets of the last seven days, or are proposed to. */
    Mono<Set<UUID>> unitsOf(Cluster cluster, Instant now) {
        return database.sql(UNITS)
                .bind("category", cluster.categoryCode())
                .bind("place", cluster.placeKey())
                .bind("week", now.minus(WEEK))
                .bind("now", now)
                .map(row -> row.get("unit_id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** What came up most often between two instants, in a zone. */
    Flux<Cluster> often(Instant from, Instant until, int least, Zone zone) {
        return zone.bindTo(database.sql(OFTEN))
                .bind("from", from)
                .bind("until", until)
                .bind("least", least)
                .mapProperties(Cluster.class)
                .all();
    }
}
