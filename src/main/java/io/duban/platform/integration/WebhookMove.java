package io.duban.platform.integration;

import static io.duban.platform.identity.Role.INTEGRATION_CLIENT;
import static io.duban.platform.integration.WebhookStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may happen to an endpoint: move | from | to, or null where the state stays | whose hand; CONFIRM and DISABLE are made by nobody. */
enum WebhookMove implements Move<WebhookStatus> {
    // spotless:off
    AMEND    (Set.of(UNCONFIRMED, ACTIVE, PAUSED, DISABLED), null,        Set.of(INTEGRATION_CLIENT)),
    READDRESS(Set.of(UNCONFIRMED, ACTIVE, PAUSED, DISABLED), UNCONFIRMED, Set.of(INTEGRATION_CLIENT)),
    CHALLENGE(Set.of(UNCONFIRMED, DISABLED),                 UNCONFIRMED, Set.of(INTEGRATION_CLIENT)),
    PAUSE    (Set.of(ACTIVE),                                PAUSED,      Set.of(INTEGRATION_CLIENT)),
    RESUME   (Set.of(PAUSED),                                ACTIVE,      Set.of(INTEGRATION_CLIENT)),
    PING     (Set.of(ACTIVE, PAUSED),                        null,        Set.of(INTEGRATION_CLIENT)),
    ROTATE   (Set.of(UNCONFIRMED, ACTIVE, PAUSED, DISABLED), null,        Set.of(INTEGRATION_CLIENT)),
    REMOVE   (Set.of(UNCONFIRMED, ACTIVE, PAUSED, DISABLED), REMOVED,     Set.of(INTEGRATION_CLIENT)),
    CONFIRM  (Set.of(UNCONFIRMED),                           ACTIVE,      Set.of()),
    DISABLE  (Set.of(ACTIVE),                                DISABLED,    Set.of());
    // spotless:on

    private final Set<WebhookStatus> from;
    private final @Nullable WebhookStatus to;
    private final Set<Role> hands;

    WebhookMove(Set<WebhookStatus> from, @Nullable WebhookStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<WebhookStatus> from() {
        return from;
    }

    /** Of a move that stays, one of the states it stays in; {@link #after} says which. */
    @Override
    public WebhookStatus to() {
        return to == null ? from.iterator().next() : to;
    }

    WebhookStatus after(WebhookStatus present) {
        return to == null ? present : to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
