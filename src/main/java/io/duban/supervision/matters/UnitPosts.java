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

    /** Whether it is his unit, by whatever post. */
    boolean include(Officer officer) {
        return officer.unitId().equals(unitId)
                || officer.posts().stream().anyMatch(post -> post.unitId().equals(unitId));
    }

    private boolean signs(Brief.Kind kind, Officer officer) {
        return officer.hasAt(unitId, Role.UNIT_HEAD)
                || kind == Brief.Kind.ROUTINE && officer.hasAt(unitId, Role.UNIT_DEPUTY);
    }

    /** Whether he reads what was said between this unit and the office: of them, not of another unit. */
    boolean admit(Officer officer) {
        return include(officer)
                || officer.has(
                        Role.CHIEF_LEADER,
                        Role.DEPUTY_LEADER,
                        Role.OFFICE_DIRECTOR,
                        Role.OFFICE_DEPUTY,
                        Role.SUPERVISION_CHIEF,
                        Role.SUPERVISOR);
    }

    /** {@code E_GEN_SELF_APPROVAL}: nobody decides on what his own unit asks or hands in. */
    static Refusal ownUnit() {
        return Refusal.of(
                RefusalCode.E_GEN_SELF_APPROVAL,
                "不能审核、审批本单位的反馈和申请。",
                "Nobody decides on what his own unit hands in or asks for.");
    }

    private static Refusal notOfUnit() {
        return Refusal.of(RefusalCode.E_GEN_SCOPE, "只有承办单位能办理这一步。", "Only the unit it is assigned to takes this step.");
    }
}
