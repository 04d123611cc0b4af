package io.duban.platform.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which objects: everything, those of some units, those handed to some persons or units. In SQL the same question is
 * {@code (:everything or unit_ids && :units or participant_ids && :hands)}.
 */
public record Zone(boolean everything, Set<UUID> units, Set<UUID> hands) {

    static final Zone NOWHERE = new Zone(false, Set.of(), Set.of());

    public boolean covers(Collection<UUID> unitIds, Collection<UUID> participantIds) {
        return everything || !Collections.disjoint(units, unitIds) || !Collections.disjoint(hands, participantIds);
    }

    boolean isNowhere() {
        return !everything && units.isEmpty() && hands.isEmpty();
    }

    Zone and(Zone other) {
        return new Zone(everything || other.everything, union(units, other.units), union(hands, other.hands));
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
