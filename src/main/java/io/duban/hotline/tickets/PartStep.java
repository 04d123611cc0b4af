package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.UNIT_DEPUTY;
import static io.duban.platform.identity.Role.UNIT_HEAD;

import io.duban.platform.todos.Assignee;
import java.util.Set;
import java.util.UUID;

/** A co unit's part of a ticket. Its clock is named with the unit, since several units' run on one ticket at the same time. */
final class PartStep {

    /** What lies on the desks of the co units. */
    static final String TODO = "REPORT_PART";

    private static final String CLOCK = "PART:";

    private PartStep() {}

    /** The clock, such as {@code PART:0190…}. */
    static String clock(UUID unitId) {
        return CLOCK + unitId;
    }

    static boolean isClock(String step) {
        return step.startsWith(CLOCK);
    }

    /** On whose desks a unit's part lies. */
    static Assignee desksOf(UUID unitId) {
        return Assignee.holdersAt(Set.of(unitId), UNIT_HEAD, UNIT_DEPUTY);
    }

    /** Whose part this clock is. */
    static UUID unitOf(String clock) {
        return UUID.fromString(clock.substring(CLOCK.length()));
    }
}
