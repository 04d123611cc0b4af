package io.duban.platform.identity;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * How far one permission carries one officer: a zone seen in full and a zone seen with masked fields.
 * Lists bind {@link #whole()} into their SQL, single reads ask {@link #covers}; both come from here and cannot disagree.
 */
public record Reach(Zone clear, Zone masked) {

    static final Reach NONE = new Reach(Zone.NOWHERE, Zone.NOWHERE);

    public boolean covers(Collection<UUID> unitIds, Collection<UUID> participantIds) {
        return clear.covers(unitIds, participantIds) || masked.covers(unitIds, participantIds);
    }

    /** Whether fields are masked for an object inside the reach. */
    public boolean masks(Collection<UUID> unitIds, Collection<UUID> participantIds) {
        return !clear.covers(unitIds, participantIds);
    }

    /** Both zones together. */
    public Zone whole() {
        return clear.and(masked);
    }

    /** Nothing at all: the role can never do it, which is 403 and not 404. */
    public boolean isNone() {
        return clear.isNowhere() && masked.isNowhere();
    }

    Reach within(Set<UUID> part) {
        return isNone() || part.isEmpty() ? this : new Reach(narrowed(clear, part), narrowed(masked, part));
    }

    private static Zone narrowed(Zone zone, Set<UUID> part) {
        return zone.isNowhere() ? zone : zone.within(part);
    }

    Reach and(Reach other) {
        return new Reach(clear.and(other.clear), masked.and(other.masked));
    }
}
