package io.duban.hotline;

import static io.duban.hotline.HotlineTicketStatus.*;
import static io.duban.hotline.TicketMove.Hand.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Set;

/** The table of domain 2.5, as far as it is built: move | from | to | whose hand | which roles. */
enum TicketMove implements Move<HotlineTicketStatus> {
    // spotless:off
    CLASSIFY             (Set.of(RECEIVED),           PENDING_DISPATCH,   OFFICE,   Set.of(HOTLINE_DISPATCHER)),
    DISPATCH             (Set.of(PENDING_DISPATCH),   DISPATCHED,         OFFICE,   Set.of(HOTLINE_DISPATCHER)),
    SIGN_FOR             (Set.of(DISPATCHED),         SIGNED,             HOST,     Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    CONTACT_CITIZEN      (Set.of(SIGNED),             IN_PROGRESS,        HOST,     Set.of(UNIT_HANDLER)),
    SUBMIT_FEEDBACK      (Set.of(IN_PROGRESS),        FEEDBACK_SUBMITTED, HOST,     Set.of(UNIT_HEAD, UNIT_DEPUTY)),
    RETURN_FOR_CORRECTION(Set.of(FEEDBACK_SUBMITTED), IN_PROGRESS,        OUTSIDER, Set.of(HOTLINE_AUDITOR)),
    PASS_AUDIT           (Set.of(FEEDBACK_SUBMITTED), PENDING_CALLBACK,   OUTSIDER, Set.of(HOTLINE_AUDITOR)),
    CALL_BACK            (Set.of(PENDING_CALLBACK),   CLOSED,             OUTSIDER, Set.of(CALLBACK_AGENT));
    // spotless:on

    private final Set<HotlineTicketStatus> from;
    private final HotlineTicketStatus to;
    private final Hand hand;
    private final Set<Role> hands;

    TicketMove(Set<HotlineTicketStatus> from, HotlineTicketStatus to, Hand hand, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hand = hand;
        this.hands = hands;
    }

    /** Where the role must be held. */
    enum Hand {
        /** In the office. */
        OFFICE,
        /** At the host unit: co units see the ticket but do not answer it. */
        HOST,
        /** Anywhere but in a unit that handled it: nobody passes his own unit's work. */
        OUTSIDER
    }

    void check(HotlineTicket ticket, Command command) {
        check(ticket.status(), ticket.version(), command);
        if (hand == HOST && !isAtHost(ticket, command)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "只有主办单位能办理这一步。", "Only the host unit takes this step.");
        }
        if (hand == OUTSIDER && ticket.wasHandledBy(command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL,
                    "承办单位的人员不能审核或回访本单位的办理结果。",
                    "Nobody audits or calls back on his own unit's work.");
        }
    }

    private boolean isAtHost(HotlineTicket ticket, Command command) {
        var host = ticket.handling().hostUnitId();
        return host != null && command.officer().hasAt(host, hands.toArray(Role[]::new));
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
