package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.conclusions.ObjectFindingStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** What becomes of one object's finding: move | from | to | whose hand. What follows from the conclusion's issue or an objection's end is in nobody's hand. */
enum ObjectFindingMove implements Move<ObjectFindingStatus> {
    // spotless:off
    ISSUE_FINDING       (Set.of(DRAFT),           PENDING_RECEIPT, Set.of()),
    SIGN_FOR_FINDING    (Set.of(PENDING_RECEIPT), RECEIVED,        Set.of(UNIT_LIAISON)),
    FILE_OBJECTION      (Set.of(RECEIVED),        OBJECTED,        Set.of(UNIT_HEAD)),
    LEAVE_FINDING       (Set.of(OBJECTED),        RECEIVED,        Set.of()),
    UPHOLD_FINDING      (Set.of(OBJECTED),        UPHELD,          Set.of()),
    CHANGE_FINDING      (Set.of(OBJECTED),        CHANGED,         Set.of()),
    REVOKE_FINDING      (Set.of(OBJECTED),        REVOKED,         Set.of());
    // spotless:on

    private final Set<ObjectFindingStatus> from;
    private final ObjectFindingStatus to;
    private final Set<Role> hands;

    ObjectFindingMove(Set<ObjectFindingStatus> from, ObjectFindingStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<ObjectFindingStatus> from() {
        return from;
    }

    @Override
    public ObjectFindingStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
