package io.duban.supervision.matters;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.persistence.Binds;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Finds matters under way that a draft would repeat (严禁重复督查、多头督查, 条例 art. 15): with an object in common, opened in the last 90 days, and
 * about the same thing or at the same place. What is the same is asked of pairs of neighbouring characters, as full-text search does: the share of
 * pairs two texts have in common, of their titles or of titles and criteria, whichever is more. Two points are the same place within 200 metres.
 *
 * <p>Of two drafts the later one is the repetition; so each of two that are put up at once is not answered for by the other, but one of them is.
 */
@Component
class DuplicateSearch {

    private static final String SEARCH = """
            with mine as (
                select search_pairs(search_fold(:title)) as titled, search_pairs(search_fold(:whole)) as whole,
                       search_pairs(search_fold(:place)) as placed),
            others as materialized (
                select m.id, m.title, m.object_unit_ids, m.created_at, m.unit_ids, m.participant_ids,
                       search_pairs(search_fold(m.title)) as titled,
                       search_pairs(search_fold(m.title || ' ' || array_to_string(m.acceptance_criteria, ' '))) as whole,
                       search_pairs(search_fold(coalesce(m.place, ''))) as placed, m.latitude, m.longitude
                from supervision_matter m
                where m.object_unit_ids && :objects and m.created_at >= :since and m.id <> :self
                  and m.status not in ('STRUCK_OFF', 'CANCELLED')
                  and (m.status <> 'DRAFT' or (m.created_at, m.id) < (:drafted, :self))),
            compared as (
                select o.*,
                       greatest(pairs_in_common(o.titled, mine.titled), pairs_in_common(o.whole, mine.whole)) as likeness,
                       pairs_in_common(o.placed, mine.placed) >= :likeness
                       or coalesce(6371000 * 2 * asin(sqrt(
                              sin(radians(o.latitude - :latitude) / 2) ^ 2
                              + cos(radians(o.latitude)) * cos(radians(:latitude)) * sin(radians(o.longitude - :longitude) / 2) ^ 2))
                              <= 200, false) as same_place
                from others o, mine)
            select id, title, created_at, likeness, same_place, unit_ids, participant_ids,
                   array(select unnest(object_unit_ids) intersect select unnest(:objects)) as common
            from compared where likeness >= :likeness or same_place
            order by likeness desc, created_at""";

    private final DatabaseClient database;
    private final Permissions permissions;
    private final double likeness;
    private final Duration window;

    DuplicateSearch(
            DatabaseClient database,
            Permissions permissions,
            @Value("${duban.supervision.duplicates.likeness:0.5}") double likeness,
            @Value("${duban.supervision.duplicates.within:90d}") Duration window) {
        this.database = database;
        this.permissions = permissions;
        this.likeness = likeness;
        this.window = window;
    }

    /** What this matter would repeat, the likest first; of matters the officer may not see only that they are there. */
    Flux<DuplicateMatch> of(SupervisionMatter matter, Officer officer, Instant now) {
        var brief = matter.brief();
        var origin = matter.origin();
        return database.sql(SEARCH)
                .bind("title", brief.title())
                .bind("whole", brief.title() + " " + String.join(" ", brief.acceptanceCriteria()))
                .bind("place", origin.place() == null ? "" : origin.place())
                .bind("latitude", Binds.nullable(origin.latitude(), Double.class))
                .bind("longitude", Binds.nullable(origin.longitude(), Double.class))
                .bind("objects", brief.objectUnitIds().toArray(UUID[]::new))
                .bind("self", matter.id())
                .bind("drafted", matter.createdAt())
                .bind("since", now.minus(window))
                .bind("likeness", likeness)
                .mapProperties(Found.class)
                .all()
                .map(found -> found.shownTo(officer, permissions));
    }

    /** A row of the search. */
    record Found(
            UUID id,
            String title,
            Instant createdAt,
            double likeness,
            boolean samePlace,
            Set<UUID> unitIds,
            Set<UUID> participantIds,
            Set<UUID> common) {

        DuplicateMatch shownTo(Officer officer, Permissions permissions) {
            var match = new DuplicateMatch(id, title, common, createdAt, likeness, samePlace);
            return permissions.reach(officer, "supervision:read").covers(unitIds, participantIds)
                    ? match
                    : match.withoutTitle();
        }
    }
}
