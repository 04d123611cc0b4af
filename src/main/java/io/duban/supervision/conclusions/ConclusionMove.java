package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.conclusions.ConclusionStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The way of a conclusion to its objects (domain 2.4.1 T10): move | from | to | whose hand. */
enum ConclusionMove implements Move<ConclusionStatus> {
    // spotless:off
    REVISE_CONCLUSION(Set.of(DRAFT),          DRAFT,          Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    SUBMIT_CONCLUSION(Set.of(DRAFT),          PENDING_REVIEW, Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    RETURN_CONCLUSION(Set.of(PENDING_REVIEW), DRAFT,          Set.of(OFFICE_DIRECTOR)),
    ISSUE_CONCLUSION (Set.of(PENDING_REVIEW), ISSUED,         Set.of(OFFICE_DIRECTOR));
    // spotless:on

    private final Set<ConclusionStatus> from;
    private final ConclusionStatus to;
    private final Set<Role> hands;

    ConclusionMove(Set<ConclusionStatus> from, ConclusionStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<ConclusionStatus> from() {
        return from;
    }

    @Override
    public ConclusionStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
