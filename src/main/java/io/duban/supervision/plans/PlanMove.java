package io.duban.supervision.plans;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.plans.PlanStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The plan's table: move | from | to | whose hand. */
enum PlanMove implements Move<PlanStatus> {
    // spotless:off
    AMEND_PLAN    (Set.of(DRAFT),            DRAFT,            Set.of(SUPERVISION_CHIEF)),
    SUBMIT_PLAN   (Set.of(DRAFT),            PENDING_APPROVAL, Set.of(SUPERVISION_CHIEF)),
    APPROVE_PLAN  (Set.of(PENDING_APPROVAL), APPROVED,         Set.of(CHIEF_LEADER)),
    RETURN_PLAN   (Set.of(PENDING_APPROVAL), DRAFT,            Set.of(CHIEF_LEADER)),
    PROPOSE_CHANGE(Set.of(APPROVED),         CHANGE_PENDING,   Set.of(SUPERVISION_CHIEF)),
    APPROVE_CHANGE(Set.of(CHANGE_PENDING),   APPROVED,         Set.of(CHIEF_LEADER)),
    REFUSE_CHANGE (Set.of(CHANGE_PENDING),   APPROVED,         Set.of(CHIEF_LEADER));
    // spotless:on

    private final Set<PlanStatus> from;
    private final PlanStatus to;
    private final Set<Role> hands;

    PlanMove(Set<PlanStatus> from, PlanStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<PlanStatus> from() {
        return from;
    }

    @Override
    public PlanStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
