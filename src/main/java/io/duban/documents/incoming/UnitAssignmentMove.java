package io.duban.documents.incoming;

import static io.duban.documents.incoming.UnitAssignmentStatus.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of one unit's part (domain 2.1 T11 to T18 and 0.4): move | from | to | whose hand. */
enum UnitAssignmentMove implements Move<UnitAssignmentStatus> {
    // spotless:off
    CONFIRM      (Set.of(DRAFTED),                                    ASSIGNED,     Set.of(OFFICE_DIRECTOR)),
    DROP         (Set.of(DRAFTED),                                    DROPPED,      Set.of(DOC_HANDLER)),
    SIGN_FOR     (Set.of(ASSIGNED),                                   HANDLING,     Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    ASK_RETURN   (Set.of(ASSIGNED, HANDLING),                         RETURN_ASKED, Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    DISPUTE      (Set.of(ASSIGNED, HANDLING),                         DISPUTED,     Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    REASSIGN     (Set.of(RETURN_ASKED, DISPUTED),                     REASSIGNED,   Set.of(OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    KEEP         (Set.of(RETURN_ASKED, DISPUTED),                     ASSIGNED,     Set.of(OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    REPORT_STAGE (Set.of(HANDLING),                                   HANDLING,     Set.of(UNIT_HEAD)),
    SUBMIT_RESULT(Set.of(HANDLING),                                   SUBMITTED,    Set.of(UNIT_HEAD)),
    RETURN_RESULT(Set.of(SUBMITTED),                                  HANDLING,     Set.of(DOC_HANDLER, SECTION_CHIEF, OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    RETURN_CO    (Set.of(SUBMITTED),                                  HANDLING,     Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    ACCEPT       (Set.of(SUBMITTED),                                  ACCEPTED,     Set.of(REGISTRAR, DOC_HANDLER, SECTION_CHIEF, OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    RELEASE      (Set.of(ASSIGNED, HANDLING, RETURN_ASKED, DISPUTED), RELEASED,     Set.of(OFFICE_DIRECTOR));
    // spotless:on

    private final Set<UnitAssignmentStatus> from;
    private final UnitAssignmentStatus to;
    private final Set<Role> hands;

    UnitAssignmentMove(Set<UnitAssignmentStatus> from, UnitAssignmentStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<UnitAssignmentStatus> from() {
        return from;
    }

    @Override
    public UnitAssignmentStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
