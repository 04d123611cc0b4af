package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.AssignmentStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of domain 2.4.2, as far as it is built: move | from | to | whose hand. What follows from a matter's step is in nobody's hand. */
enum AssignmentMove implements Move<AssignmentStatus> {
    // spotless:off
    SIGN_FOR             (Set.of(PENDING_SIGN),                                 SIGNED,                  Set.of(UNIT_LIAISON)),
    REPORT_PROGRESS      (Set.of(SIGNED, IN_PROGRESS, RETURNED_FOR_CORRECTION), IN_PROGRESS,             Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    SUBMIT_FINAL         (Set.of(SIGNED, IN_PROGRESS, RETURNED_FOR_CORRECTION), FEEDBACK_SUBMITTED,      Set.of(UNIT_HEAD, UNIT_DEPUTY)),
    ACCEPT               (Set.of(FEEDBACK_SUBMITTED),                           ACCEPTED,                Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    RETURN_FOR_CORRECTION(Set.of(FEEDBACK_SUBMITTED),                           RETURNED_FOR_CORRECTION, Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    REDO                 (Set.of(ACCEPTED),                                     IN_PROGRESS,             Set.of()),
    SIGN_ANEW            (Set.of(ACCEPTED),                                     PENDING_SIGN,            Set.of());
    // spotless:on

    private final Set<AssignmentStatus> from;
    private final AssignmentStatus to;
    private final Set<Role> hands;

    AssignmentMove(Set<AssignmentStatus> from, AssignmentStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<AssignmentStatus> from() {
        return from;
    }

    @Override
    public AssignmentStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }

    /** Whether it is a step of the unit, to be taken by the posts of this very unit. */
    boolean isOfUnit() {
        return this == SIGN_FOR || this == REPORT_PROGRESS || this == SUBMIT_FINAL;
    }
}
