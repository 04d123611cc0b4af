package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.conclusions.RectificationStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The way of one thing to be put right (政府督查工作条例 art. 18): move | from | to | whose hand. What follows from the conclusion is in nobody's hand. */
enum RectificationMove implements Move<RectificationStatus> {
    // spotless:off
    ORDER_RECTIFICATION   (Set.of(DRAFT),          OPEN,      Set.of()),
    REPORT_RECTIFICATION  (Set.of(OPEN),           REPORTED,  Set.of(UNIT_HEAD)),
    VERIFY_RECTIFICATION  (Set.of(REPORTED),       VERIFIED,  Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    RETURN_RECTIFICATION  (Set.of(REPORTED),       OPEN,      Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    WITHDRAW_RECTIFICATION(Set.of(OPEN, REPORTED), WITHDRAWN, Set.of());
    // spotless:on

    private final Set<RectificationStatus> from;
    private final RectificationStatus to;
    private final Set<Role> hands;

    RectificationMove(Set<RectificationStatus> from, RectificationStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<RectificationStatus> from() {
        return from;
    }

    @Override
    public RectificationStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
