package io.duban.supervision.matters;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.UUID;

/** Who at a unit may take its steps, whose signature its result needs, and who belongs to it and so never judges it. */
record UnitPosts(UUID unitId) {

    void require(AssignmentMove step, Officer officer) {
        if (!officer.hasAt(unitId, step.hands().toArray(Role[]::new))) {
            throw notOfUnit();
        }
    }

    /** The head signs; for everyday follow-up a deputy may. Others of the unit are told whose signature is missing. */
    void requireSignature(Brief.Kind kind, Officer officer) {
        if (!officer.hasAt(unitId, Role.UNIT_HEAD, Role.UNIT_DEPUTY, Role.UNIT_LIAISON)) {
            throw notOfUnit();
        }
        if (!signs(kind, officer)) {
            throw Refusal.of(
                    RefusalCode.E_SUP_UNSIGNED,
                    "办结反馈须由单位主要负责人签字(日常督办可由分管副职签字)。",
                    "The head of the unit signs the result; a deputy may for ROUTINE matters.");
        }
    }

    boolean mayTake(AssignmentMove step, Brief.Kind kind, Officer officer) {
        if (step == AssignmentMove.SUBMIT_FINAL) {
            return signs(kind, officer);
        }
        return step.isOfUnit()
                ? officer.hasAt(unitId, step.hands().toArray(Role[]::new))
                : step.isInHandsOf(officer) && !include(officer);
    }

    boolean include(Officer officer) {
        return officer.unitId().equals(unitId)
                || officer.posts().stream().anyMatch(post -> post.unitId().equals(unitId));
    }

    private boolean signs(Brief.Kind kind, Officer officer) {
        return officer.hasAt(unitId, Role.UNIT_HEAD)
                || kind == Brief.Kind.ROUTINE && officer.hasAt(unitId, Role.UNIT_DEPUTY);
    }

    private static Refusal notOfUnit() {
        return Refusal.of(RefusalCode.E_GEN_SCOPE, "只有承办单位能办理这一步。", "Only the unit it is assigned to takes this step.");
    }
}
