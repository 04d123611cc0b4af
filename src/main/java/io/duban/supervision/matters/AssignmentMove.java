package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.AssignmentStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/**
 * The table of domain 2.4.2: move | from | to | whose hand | by which row of the permission matrix. What follows from a matter's step is in nobody's
 * hand. {@code RETURN_CO} is in the hands of the host, all other steps of a unit in those of this very unit.
 */
enum AssignmentMove implements Move<AssignmentStatus> {
    // spotless:off
    SIGN_FOR             (Set.of(PENDING_SIGN),                                 SIGNED,                  Set.of(UNIT_LIAISON),                        AssignmentMove.FEEDBACK),
    REQUEST_RETURN       (Set.of(PENDING_SIGN, SIGNED, IN_PROGRESS),            RETURN_REQUESTED,        Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD), AssignmentMove.FEEDBACK),
    DISPUTE              (Set.of(PENDING_SIGN, SIGNED, IN_PROGRESS),            DISPUTED,                Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD), AssignmentMove.FEEDBACK),
    KEEP                 (Set.of(RETURN_REQUESTED),                             PENDING_SIGN,            Set.of(SUPERVISION_CHIEF),                   AssignmentMove.ASSIGN),
    REASSIGN             (Set.of(RETURN_REQUESTED),                             REASSIGNED,              Set.of(SUPERVISION_CHIEF),                   AssignmentMove.ASSIGN),
    DESIGNATE_HOLDER     (Set.of(DISPUTED),                                     PENDING_SIGN,            Set.of(OFFICE_DIRECTOR),                     AssignmentMove.ASSIGN),
    DESIGNATE            (Set.of(DISPUTED),                                     REASSIGNED,              Set.of(OFFICE_DIRECTOR),                     AssignmentMove.ASSIGN),
    REPORT_PROGRESS      (Set.of(SIGNED, IN_PROGRESS, RETURNED_FOR_CORRECTION), IN_PROGRESS,             Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD), AssignmentMove.FEEDBACK),
    SUBMIT_FINAL         (Set.of(SIGNED, IN_PROGRESS, RETURNED_FOR_CORRECTION), FEEDBACK_SUBMITTED,      Set.of(UNIT_HEAD, UNIT_DEPUTY),              AssignmentMove.FEEDBACK),
    RETURN_CO            (Set.of(FEEDBACK_SUBMITTED),                           RETURNED_FOR_CORRECTION, Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD), AssignmentMove.FEEDBACK),
    ACCEPT               (Set.of(FEEDBACK_SUBMITTED),                           ACCEPTED,                Set.of(SUPERVISOR, SUPERVISION_CHIEF),       AssignmentMove.VERIFY),
    RETURN_FOR_CORRECTION(Set.of(FEEDBACK_SUBMITTED),                           RETURNED_FOR_CORRECTION, Set.of(SUPERVISOR, SUPERVISION_CHIEF),       AssignmentMove.VERIFY),
    RELEASE              (Set.of(PENDING_SIGN, SIGNED, IN_PROGRESS, FEEDBACK_SUBMITTED, RETURNED_FOR_CORRECTION, RETURN_REQUESTED, DISPUTED),
                                                                                RELEASED,                Set.of(),                                    AssignmentMove.VERIFY),
    REDO                 (Set.of(ACCEPTED),                                     IN_PROGRESS,             Set.of(),                                    AssignmentMove.VERIFY),
    SIGN_ANEW            (Set.of(ACCEPTED),                                     PENDING_SIGN,            Set.of(),                                    AssignmentMove.VERIFY);
    // spotless:on

    private static final String FEEDBACK = "supervision:feedback";
    private static final String ASSIGN = "supervision:assign";
    private static final String VERIFY = "supervision:verify";

    private final Set<AssignmentStatus> from;
    private final AssignmentStatus to;
    private final Set<Role> hands;
    private final String permission;

    AssignmentMove(Set<AssignmentStatus> from, AssignmentStatus to, Set<Role> hands, String permission) {
        this.from = from;
        this.to = to;
        this.hands = hands;
        this.permission = permission;
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

    /** The row of the permission matrix its operation asks for. */
    String permission() {
        return permission;
    }

    /** Whether it is a step of the unit, to be taken by the posts of this very unit. */
    boolean isOfUnit() {
        return permission.equals(FEEDBACK) && this != RETURN_CO;
    }
}
