package io.duban.platform.events;

import io.duban.platform.identity.Recusal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Who may see a subject: whoever a row of the permission matrix lets reach these units or participants, decided when an event is delivered.
 *
 * @param permission the row, such as {@code ticket:list}
 * @param units the units it belongs to
 * @param participants persons, and units as a whole, it is handed to
 */
public record Audience(String permission, Set<UUID> units, Set<UUID> participants) {

    /** Only these units, but for whoever was kept away from it. */
    Audience onlyOf(Set<UUID> others) {
        return new Audience(permission, others, Recusal.among(participants));
    }

    /** The same audience with further participants. */
    public Audience with(Set<UUID> more) {
        var all = new HashSet<>(participants);
        all.addAll(more);
        return new Audience(permission, units, all);
    }
}
