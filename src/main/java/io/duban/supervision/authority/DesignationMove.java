package io.duban.supervision.authority;

import static io.duban.platform.identity.Role.CHIEF_LEADER;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** From the designation to its end before its time: move | from | to | whose hand. That its period is over is no move. */
enum DesignationMove implements Move<DesignationMove.Status> {
    // spotless:off
    DESIGNATE(Set.of(),                Status.IN_FORCE, Set.of(CHIEF_LEADER)),
    REVOKE   (Set.of(Status.IN_FORCE), Status.REVOKED,  Set.of(CHIEF_LEADER));
    // spotless:on

    /** Where a designation stands. */
    enum Status {
        IN_FORCE,
        REVOKED
    }

    private final Set<Status> from;
    private final Status to;
    private final Set<Role> hands;

    DesignationMove(Set<Status> from, Status to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<Status> from() {
        return from;
    }

    @Override
    public Status to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
