package io.duban.platform.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Which objects: everything, those of some units, those handed to some persons or units. In SQL the same question is
 * {@link #REACHES}.
 *
 * @param recused the marks of the officer and his units: what bears one of them is never in the zone, see {@link Recusal}
 */
public record Zone(boolean everything, Set<UUID> units, Set<UUID> hands, Set<UUID> recused) {

    /** The zone in the {@code where} of a list over a table with {@code unit_ids} and {@code participant_ids}; {@link #bindTo} fills it. */
    public static final String REACHES =
            "((participant_ids && :recused) is not true and (:everything or unit_ids && :units or participant_ids && :hands))";

    /** All there is. */
    public static final Zone EVERYWHERE = new Zone(true, Set.of(), Set.of());

    static final Zone NOWHERE = new Zone(false, Set.of(), Set.of());

    /** A zone nobody is kept away from. */
    public Zone(boolean everything, Set<UUID> units, Set<UUID> hands) {
        this(everything, units, hands, Set.of());
    }

    public boolean covers(Collection<UUID> unitIds, Collection<UUID> participantIds) {
        return Collections.disjoint(recused, participantIds)
                && (everything
                        || !Collections.disjoint(units, unitIds)
                        || !Collections.disjoint(hands, participantIds));
    }

    /** Fills the markers of {@link #REACHES}. */
    public GenericExecuteSpec bindTo(GenericExecuteSpec list) {
        return list.bind("everything", everything)
                .bind("units", units.toArray(UUID[]::new))
                .bind("hands", hands.toArray(UUID[]::new))
                .bind("recused", recused.toArray(UUID[]::new));
    }

    boolean isNowhere() {
        return !everything && units.isEmpty() && hands.isEmpty();
    }

    /** The part of it that lies in these units; what was handed over stays, since only its owner knows its unit. */
    Zone within(Set<UUID> part) {
        var left = new HashSet<>(part);
        if (!everything) {
            left.retainAll(units);
        }
        return new Zone(false, Set.copyOf(left), hands, recused);
    }

    Zone and(Zone other) {
        return new Zone(
                everything || other.everything,
                union(units, other.units),
                union(hands, other.hands),
                union(recused, other.recused));
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
