package io.duban.platform.integration;

import static io.duban.platform.identity.Role.INTEGRATION_CLIENT;
import static io.duban.platform.integration.DeliveryStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** What a partner may do with a delivery; what attempts make of it is the dispatcher's: move | from | to | whose hand. */
enum DeliveryMove implements Move<DeliveryStatus> {
    // spotless:off
    REPLAY(Set.of(DELIVERED, GIVEN_UP, WITHHELD), WAITING, Set.of(INTEGRATION_CLIENT));
    // spotless:on

    private final Set<DeliveryStatus> from;
    private final DeliveryStatus to;
    private final Set<Role> hands;

    DeliveryMove(Set<DeliveryStatus> from, DeliveryStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<DeliveryStatus> from() {
        return from;
    }

    @Override
    public DeliveryStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
