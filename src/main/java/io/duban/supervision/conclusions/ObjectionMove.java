package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.conclusions.ObjectionStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The way of an objection (domain 2.4.5; 政府督查工作条例 art. 17): move | from | to | whose hand. */
enum ObjectionMove implements Move<ObjectionStatus> {
    // spotless:off
    ACCEPT_OBJECTION    (Set.of(FILED),    ACCEPTED,     Set.of(SUPERVISOR, SUPERVISION_CHIEF, OFFICE_DIRECTOR, CHIEF_LEADER)),
    DECLARE_INADMISSIBLE(Set.of(FILED),    INADMISSIBLE, Set.of(SUPERVISOR, SUPERVISION_CHIEF, OFFICE_DIRECTOR, CHIEF_LEADER)),
    UPHOLD_CONCLUSION   (Set.of(ACCEPTED), UPHELD,       Set.of(SUPERVISION_CHIEF, OFFICE_DIRECTOR, CHIEF_LEADER)),
    CHANGE_CONCLUSION   (Set.of(ACCEPTED), CHANGED,      Set.of(SUPERVISION_CHIEF, OFFICE_DIRECTOR, CHIEF_LEADER)),
    REVOKE_CONCLUSION   (Set.of(ACCEPTED), REVOKED,      Set.of(SUPERVISION_CHIEF, OFFICE_DIRECTOR, CHIEF_LEADER));
    // spotless:on

    private final Set<ObjectionStatus> from;
    private final ObjectionStatus to;
    private final Set<Role> hands;

    ObjectionMove(Set<ObjectionStatus> from, ObjectionStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<ObjectionStatus> from() {
        return from;
    }

    @Override
    public ObjectionStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
