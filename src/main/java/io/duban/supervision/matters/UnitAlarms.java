package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Escalation;
import io.duban.platform.todos.Assignee;
import java.util.Set;
import java.util.UUID;

/** Who must act when a clock of a unit's part turns red, and who when that has not helped (domain 0.4). */
final class UnitAlarms {

    private UnitAlarms() {}

    /** Nobody of the unit signs for it. */
    static Escalation signFor(UUID unitId) {
        return Escalation.to("URGE_SIGN_FOR:" + unitId, Assignee.holdersAt(Set.of(unitId), UNIT_DEPUTY))
                .then(Assignee.holdersAt(Set.of(unitId), UNIT_HEAD));
    }

    /** The result is overdue: whoever is to chase the unit does so; an overdue part nobody chases shows in the figures. */
    static Escalation handle(MatterFile file, SupervisionAssignment part) {
        var chaser = part.reminding().chaserId();
        return Escalation.to(
                        UnitStep.CHASE.of(part.unitId()),
                        chaser == null ? Assignee.persons(file.supervisors()) : Assignee.person(chaser))
                .then(Assignee.holders(SUPERVISION_CHIEF));
    }

    static Escalation stage(UUID unitId) {
        return Escalation.to("URGE_STAGE:" + unitId, Assignee.holdersAt(Set.of(unitId), UNIT_DEPUTY))
                .then(Assignee.holdersAt(Set.of(unitId), UNIT_HEAD));
    }

    /** The supervisor is late, not the unit. */
    static Escalation review(UUID unitId) {
        return Escalation.to("URGE_REVIEW:" + unitId, Assignee.holders(SUPERVISION_CHIEF))
                .then(Assignee.holders(OFFICE_DIRECTOR));
    }

    static Escalation returnDecision(UUID unitId) {
        return Escalation.to("URGE_RETURN_DECISION:" + unitId, Assignee.holders(OFFICE_DIRECTOR));
    }
}
