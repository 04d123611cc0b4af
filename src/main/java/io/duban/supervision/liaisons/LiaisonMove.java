package io.duban.supervision.liaisons;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.liaisons.LiaisonStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** What may become of a naming: move | from | to | whose hand. Another naming replaces it. */
enum LiaisonMove implements Move<LiaisonStatus> {
    // spotless:off
    REPLACE(Set.of(NAMED), REPLACED, Set.of(UNIT_HEAD)),
    END    (Set.of(NAMED), ENDED,    Set.of(UNIT_HEAD));
    // spotless:on

    private final Set<LiaisonStatus> from;
    private final LiaisonStatus to;
    private final Set<Role> hands;

    LiaisonMove(Set<LiaisonStatus> from, LiaisonStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<LiaisonStatus> from() {
        return from;
    }

    @Override
    public LiaisonStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
