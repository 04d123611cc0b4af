package io.duban.hotline.tickets;

import io.duban.platform.identity.Zone;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts open tickets by host unit and by category, as a leader looks at them on his phone; units by name, never by their numbers (domain D1). What was
 * merged is counted with its parent (0.6).
 */
@Component
public class OpenTickets {

    private static final UUID DISTRICT = new UUID(0, 0);

    private static final String COUNTED =
            "count(*) as open, count(*) filter (where light = 'YELLOW') as yellow, count(*) filter (where light = 'RED') as red";

    private static final String OPEN =
            "(select *, %s as light from hotline_ticket where status in (%s) and status <> 'MERGED') t"
                    .formatted(TicketDesk.LIGHT, HotlineTicketStatus.OPEN_STATES);

    private static final String ALL = """
            select host_unit_id as unit_id, grouping(host_unit_id) = 1 as whole, %s from %s group by grouping sets ((host_unit_id), ())""".formatted(COUNTED, OPEN);

    private static final String BY_UNIT = """
            select host_unit_id as unit_id, o.name, %s from %s join organization o on o.id = t.host_unit_id
            where %s group by host_unit_id, o.name order by o.name, host_unit_id""".formatted(COUNTED, OPEN, Zone.REACHES);

    private static final String BY_CATEGORY = """
            select category_code, count(*) as open from %s where %s
            group by category_code order by open desc, category_code limit 10""".formatted(OPEN, Zone.REACHES);

    private final DatabaseClient database;

    OpenTickets(DatabaseClient database) {
        this.database = database;
    }

    /** How many are open, and how many of them are yellow and red. */
    public record Tally(long open, long yellow, long red) {

        public static final Tally NONE = new Tally(0, 0, 0);
    }

    /** A line of the whole count. */
    record Line(@Nullable UUID unitId, boolean whole, long open, long yellow, long red) {

        Tally tally() {
            return new Tally(open, yellow, red);
        }
    }

    /** The tickets one unit is the host of. */
    record UnitCount(UUID unitId, long open, long yellow, long red) {}

    /** The tickets of one category. */
    record CategoryCount(String categoryCode, long open) {}

    /** The tally of each host unit, and of the district under {@link #key} of null. */
    public Mono<Map<UUID, Tally>> tallies(Instant now) {
        return database.sql(ALL)
                .bind("now", now)
                .mapProperties(Line.class)
                .all()
                .filter(line -> line.whole() || line.unitId() != null)
                .collect(
                        HashMap::new,
                        (tallies, line) -> tallies.put(line.whole() ? DISTRICT : line.unitId(), line.tally()));
    }

    /** What the tally of a unit, or of the district where it is null, is found under. */
    public static UUID key(@Nullable UUID unitId) {
        return unitId == null ? DISTRICT : unitId;
    }

    /** The unit a key stands for; null for the district. */
    public static @Nullable UUID unit(UUID key) {
        return key.equals(DISTRICT) ? null : key;
    }

    Mono<List<UnitCount>> byUnit(Zone zone, Instant now) {
        return zone.bindTo(database.sql(BY_UNIT))
                .bind("now", now)
                .mapProperties(UnitCount.class)
                .all()
                .collectList();
    }

    /** The ten with most. */
    Mono<List<CategoryCount>> byCategory(Zone zone, Instant now) {
        return zone.bindTo(database.sql(BY_CATEGORY))
                .bind("now", now)
                .mapProperties(CategoryCount.class)
                .all()
                .collectList();
    }
}
