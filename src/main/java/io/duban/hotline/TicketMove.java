package io.duban.hotline;

import static io.duban.hotline.HotlineTicketStatus.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of domain 2.5, as far as it is built: move | from | to | whose hand. */
enum TicketMove implements Move<HotlineTicketStatus> {
    // spotless:off
    CLASSIFY             (Set.of(RECEIVED),           PENDING_DISPATCH,   Set.of(HOTLINE_DISPATCHER)),
    DISPATCH             (Set.of(PENDING_DISPATCH),   DISPATCHED,         Set.of(HOTLINE_DISPATCHER)),
    SIGN_FOR             (Set.of(DISPATCHED),         SIGNED,             Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    CONTACT_CITIZEN      (Set.of(SIGNED),             IN_PROGRESS,        Set.of(UNIT_HANDLER)),
    SUBMIT_FEEDBACK      (Set.of(IN_PROGRESS),        FEEDBACK_SUBMITTED, Set.of(UNIT_HEAD, UNIT_DEPUTY)),
    RETURN_FOR_CORRECTION(Set.of(FEEDBACK_SUBMITTED), IN_PROGRESS,        Set.of(HOTLINE_AUDITOR)),
    PASS_AUDIT           (Set.of(FEEDBACK_SUBMITTED), PENDING_CALLBACK,   Set.of(HOTLINE_AUDITOR)),
    CALL_BACK            (Set.of(PENDING_CALLBACK),   CLOSED,             Set.of(CALLBACK_AGENT));
    // spotless:on

    private final Set<HotlineTicketStatus> from;
    private final HotlineTicketStatus to;
    private final Set<Role> hands;

    TicketMove(Set<HotlineTicketStatus> from, HotlineTicketStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<HotlineTicketStatus> from() {
        return from;
    }

    @Override
    public HotlineTicketStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
