package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.SupervisionMatterStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of domain 2.4.1: move | from | to | whose hand. What follows from a unit's step is in nobody's hand. */
enum MatterMove implements Move<SupervisionMatterStatus> {
    // spotless:off
    AMEND_MATTER       (Set.of(DRAFT),                DRAFT,                Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    MERGE_MATTER       (Set.of(DRAFT),                CANCELLED,            Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    SUBMIT_MATTER      (Set.of(DRAFT),                PENDING_APPROVAL,     Set.of(SUPERVISION_CHIEF)),
    APPROVE_MATTER     (Set.of(PENDING_APPROVAL),     APPROVED,             Set.of(CHIEF_LEADER, OFFICE_DIRECTOR)),
    RETURN_MATTER      (Set.of(PENDING_APPROVAL),     DRAFT,                Set.of(CHIEF_LEADER, OFFICE_DIRECTOR)),
    CANCEL_MATTER      (Set.of(DRAFT, PENDING_APPROVAL, APPROVED, ISSUED, IN_PROGRESS),
                                                      CANCELLED,            Set.of(CHIEF_LEADER, OFFICE_DIRECTOR)),
    ISSUE_NOTICE       (Set.of(APPROVED),             ISSUED,               Set.of(SUPERVISOR, SUPERVISION_CHIEF, OFFICE_DIRECTOR)),
    BEGIN              (Set.of(ISSUED, REOPENED),     IN_PROGRESS,          Set.of()),
    PROPOSE_SCOPE      (Set.of(IN_PROGRESS),          IN_PROGRESS,          Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    CHANGE_SCOPE       (Set.of(IN_PROGRESS),          IN_PROGRESS,          Set.of(CHIEF_LEADER, OFFICE_DIRECTOR)),
    SUSPEND            (Set.of(IN_PROGRESS),          SUSPENDED,            Set.of(CHIEF_LEADER, OFFICE_DIRECTOR)),
    RESUME             (Set.of(SUSPENDED),            IN_PROGRESS,          Set.of(CHIEF_LEADER, OFFICE_DIRECTOR)),
    CONVERT_LONG_TERM  (Set.of(IN_PROGRESS),          LONG_TERM_TRACKING,   Set.of(CHIEF_LEADER, OFFICE_DIRECTOR)),
    END_TRACKING       (Set.of(LONG_TERM_TRACKING),   IN_PROGRESS,          Set.of(CHIEF_LEADER, OFFICE_DIRECTOR)),
    AWAIT_VERIFICATION (Set.of(IN_PROGRESS),          PENDING_VERIFICATION, Set.of()),
    VERIFICATION_FAILED(Set.of(PENDING_VERIFICATION), IN_PROGRESS,          Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    CONCLUDE           (Set.of(PENDING_VERIFICATION), CONCLUDED,            Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    MARK_HANDLED       (Set.of(PENDING_VERIFICATION, CONCLUDED), HANDLED,   Set.of(SUPERVISION_CHIEF)),
    STRIKE_OFF         (Set.of(HANDLED),              STRUCK_OFF,           Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR)),
    INSTRUCT_AGAIN     (Set.of(HANDLED),              REOPENED,             Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR)),
    REOPEN             (Set.of(STRUCK_OFF),           REOPENED,             Set.of(OFFICE_DIRECTOR));
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
