package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.SupervisionMatterStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of domain 2.4.1, as far as it is built: move | from | to | whose hand. What follows from a unit's step is in nobody's hand. */
enum MatterMove implements Move<SupervisionMatterStatus> {
    // spotless:off
    SUBMIT_MATTER      (Set.of(DRAFT),                PENDING_APPROVAL,     Set.of(SUPERVISION_CHIEF)),
    APPROVE_MATTER     (Set.of(PENDING_APPROVAL),     APPROVED,             Set.of(CHIEF_LEADER, OFFICE_DIRECTOR)),
    RETURN_MATTER      (Set.of(PENDING_APPROVAL),     DRAFT,                Set.of(CHIEF_LEADER, OFFICE_DIRECTOR)),
    CANCEL_MATTER      (Set.of(PENDING_APPROVAL),     CANCELLED,            Set.of(CHIEF_LEADER, OFFICE_DIRECTOR)),
    ISSUE_NOTICE       (Set.of(APPROVED),             ISSUED,               Set.of(SUPERVISOR, SUPERVISION_CHIEF, OFFICE_DIRECTOR)),
    BEGIN              (Set.of(ISSUED, REOPENED),     IN_PROGRESS,          Set.of()),
    AWAIT_VERIFICATION (Set.of(IN_PROGRESS),          PENDING_VERIFICATION, Set.of()),
    VERIFICATION_FAILED(Set.of(PENDING_VERIFICATION), IN_PROGRESS,          Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    CONCLUDE           (Set.of(PENDING_VERIFICATION), CONCLUDED,            Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    MARK_HANDLED       (Set.of(PENDING_VERIFICATION, CONCLUDED), HANDLED,   Set.of(SUPERVISION_CHIEF)),
    STRIKE_OFF         (Set.of(HANDLED),              STRUCK_OFF,           Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR)),
    INSTRUCT_AGAIN     (Set.of(HANDLED),              REOPENED,             Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR));
    // spotless:on

    private final Set<SupervisionMatterStatus> from;
    private final SupervisionMatterStatus to;
    private final Set<Role> hands;

    MatterMove(Set<SupervisionMatterStatus> from, SupervisionMatterStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<SupervisionMatterStatus> from() {
        return from;
    }

    @Override
    public SupervisionMatterStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
