package io.duban.hotline.cases;

import static io.duban.hotline.cases.CaseStatus.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** From a draft to the office above (domain B32): move | from | to | whose hand. */
enum CaseMove implements Move<CaseStatus> {
    // spotless:off
    DRAFT_CASE (Set.of(),                  DRAFTED,  Set.of(HOTLINE_AUDITOR, HOTLINE_MANAGER)),
    AMEND_CASE (Set.of(DRAFTED, RETURNED), DRAFTED,  Set.of(HOTLINE_AUDITOR, HOTLINE_MANAGER)),
    SIGN_CASE  (Set.of(DRAFTED),           SIGNED,   Set.of(OFFICE_DIRECTOR)),
    RETURN_CASE(Set.of(DRAFTED),           RETURNED, Set.of(OFFICE_DIRECTOR)),
    REPORT_CASE(Set.of(SIGNED),            REPORTED, Set.of(HOTLINE_AUDITOR, HOTLINE_MANAGER)),
    DROP_CASE  (Set.of(DRAFTED, RETURNED), DROPPED,  Set.of(HOTLINE_MANAGER));
    // spotless:on

    private final Set<CaseStatus> from;
    private final CaseStatus to;
    private final Set<Role> hands;

    CaseMove(Set<CaseStatus> from, CaseStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<CaseStatus> from() {
        return from;
    }

    @Override
    public CaseStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
