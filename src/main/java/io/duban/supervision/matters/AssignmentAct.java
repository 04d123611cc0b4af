package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.AssignmentStatus.ACCEPTED;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What may be done with a unit's part without moving it (domain 2.4.2): act | while | whose hand | by which row of the permission matrix. */
enum AssignmentAct {
    // spotless:off
    REQUEST_EXTENSION            (AssignmentStatus::isOwed, Set.of(UNIT_HEAD),                                                                  "supervision:feedback"),
    DECIDE_EXTENSION             (AssignmentStatus::isOwed, Set.of(OFFICE_DIRECTOR, CHIEF_LEADER, DEPUTY_LEADER),                               "supervision:create"),
    CHASE                        (AssignmentStatus::isOwed, Set.of(SUPERVISOR, SUPERVISION_CHIEF, OFFICE_DIRECTOR, CHIEF_LEADER, DEPUTY_LEADER), "supervision:urge"),
    EVALUATE                     (status -> status == ACCEPTED, Set.of(SUPERVISOR, SUPERVISION_CHIEF),                                              "supervision:verify"),
    OBJECT_TO_EVALUATION         (status -> status == ACCEPTED, Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD),                                       "supervision:feedback"),
    DECIDE_EVALUATION_OBJECTION  (status -> status == ACCEPTED, Set.of(SUPERVISION_CHIEF, OFFICE_DIRECTOR),                                         "supervision:assign");
    // spotless:on

    private final Predicate<AssignmentStatus> during;
    private final Set<Role> hands;
    private final String permission;

    AssignmentAct(Predicate<AssignmentStatus> during, Set<Role> hands, String permission) {
        this.during = during;
        this.hands = hands;
        this.permission = permission;
    }

    String permission() {
        return permission;
    }

    /** Whether it is the unit's own. */
    boolean isOfUnit() {
        return this == REQUEST_EXTENSION || this == OBJECT_TO_EVALUATION;
    }

    /** Whether it is also done after the matter has ended: an evaluation comes last. */
    boolean isAfterwards() {
        return during.test(ACCEPTED);
    }

    boolean isPossible(AssignmentStatus status) {
        return during.test(status);
    }

    /** Of the unit's own acts: whether he holds the post at this very unit. Of the others: whether he holds one, and is not of this unit. */
    boolean isInHandsOf(Officer officer, UnitPosts unit) {
        var roles = hands.toArray(Role[]::new);
        return isOfUnit() ? officer.hasAt(unit.unitId(), roles) : officer.has(roles) && !unit.include(officer);
    }

    /** @throws Refusal {@code E_GEN_STALE_VERSION}, {@code E_GEN_SCOPE}, {@code E_GEN_SELF_APPROVAL} or {@code E_GEN_ILLEGAL_STATE}, in this order */
    void check(SupervisionAssignment part, Command command) {
        if (command.seenVersion() != part.version()) {
            throw Refusal.stale(part.version());
        }
        var unit = new UnitPosts(part.unitId());
        if (!isInHandsOf(command.officer(), unit)) {
            throw !isOfUnit() && command.officer().has(hands.toArray(Role[]::new))
                    ? UnitPosts.ownUnit()
                    : Refusal.of(
                            RefusalCode.E_GEN_SCOPE, "这一步不由您的岗位办理。", "This step is not in the hands of your posts.");
        }
        if (!isPossible(part.status())) {
            throw illegal(part);
        }
    }

    /** @throws Refusal {@code E_GEN_ILLEGAL_STATE} unless this holds */
    void require(boolean possible, SupervisionAssignment part) {
        if (!possible) {
            throw illegal(part);
        }
    }

    private Refusal illegal(SupervisionAssignment part) {
        return Refusal.illegalState(name(), part.status().name(), List.of());
    }
}
