package io.duban.platform.delegations;

import static io.duban.platform.delegations.DelegationStatus.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** What may happen to a delegation that was given; time ends it too: move | from | to | whose hand. */
enum DelegationMove implements Move<DelegationStatus> {
    // spotless:off
    END(Set.of(GIVEN), ENDED, Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR, OFFICE_DEPUTY, UNIT_HEAD));
    // spotless:on

    private final Set<DelegationStatus> from;
    private final DelegationStatus to;
    private final Set<Role> hands;

    DelegationMove(Set<DelegationStatus> from, DelegationStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<DelegationStatus> from() {
        return from;
    }

    @Override
    public DelegationStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
