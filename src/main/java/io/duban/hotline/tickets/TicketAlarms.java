package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Escalation;
import io.duban.platform.todos.Assignee;
import java.util.Set;
import java.util.UUID;

/** Who must act when a clock on the way to the unit, or at it, turns red, and who when that has not helped (domain 0.4). */
final class TicketAlarms {

    private TicketAlarms() {}

    /** Nobody of the unit signs for it: its deputy, then its head. It is never signed for by itself. */
    static Escalation signFor(UUID host) {
        return ofUnit("URGE_SIGN_FOR", host);
    }

    /** The whole period is over and nothing is handed in (催办, automatic at red). */
    static Escalation handle(UUID host) {
        return ofUnit("URGE_HANDLE", host);
    }

    static Escalation stage(UUID host) {
        return ofUnit("URGE_STAGE", host);
    }

    /** A silent co unit is visible, and does not hold up the host (domain D9). */
    static Escalation part(UUID unitId) {
        return ofUnit("URGE_PART:" + unitId, unitId);
    }

    static Escalation returnDecision() {
        return Escalation.to("URGE_RETURN_DECISION", Assignee.holders(OFFICE_DEPUTY))
                .then(Assignee.holders(OFFICE_DIRECTOR));
    }

    static Escalation coordination() {
        return Escalation.to("URGE_COORDINATION", Assignee.holders(OFFICE_DIRECTOR));
    }

    private static Escalation ofUnit(String action, UUID unitId) {
        return Escalation.to(action, Assignee.holdersAt(Set.of(unitId), UNIT_DEPUTY))
                .then(Assignee.holdersAt(Set.of(unitId), UNIT_HEAD));
    }
}
