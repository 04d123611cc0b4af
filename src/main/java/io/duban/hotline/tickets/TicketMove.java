package io.duban.hotline.tickets;

import static io.duban.hotline.tickets.HotlineTicketStatus.*;
import static io.duban.hotline.tickets.TicketHand.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/**
 * The table of domain 2.5: move | from | to | whose hand | which roles. What has no roles is in nobody's hand: it follows from another step, or from
 * time.
 */
enum TicketMove implements Move<HotlineTicketStatus> {
    // spotless:off
    TRANSFER_EMERGENCY   (Set.of(RECEIVED),                       TRANSFERRED_EMERGENCY, OFFICE,   Set.of(HOTLINE_AGENT)),
    ANSWER_DIRECTLY      (Set.of(RECEIVED),                       ANSWERED_DIRECTLY,     OFFICE,   Set.of(HOTLINE_AGENT)),
    CLOSE_ANSWERED       (Set.of(ANSWERED_DIRECTLY),              CLOSED,                NOBODY,   Set.of()),
    CONFIRM_REFUSAL      (Set.of(RECEIVED),                       NOT_ACCEPTED,          OFFICE,   Set.of(HOTLINE_AUDITOR)),
    WITHDRAW             (Set.of(RECEIVED, PENDING_DISPATCH, DISPATCHED, SIGNED, IN_PROGRESS, RETURN_REQUESTED, DISPUTED, SUSPENDED),
                                                                  WITHDRAWN,             OFFICE,   Set.of(HOTLINE_AGENT)),
    CLASSIFY             (Set.of(RECEIVED),                       PENDING_DISPATCH,      OFFICE,   Set.of(HOTLINE_DISPATCHER)),
    DISPATCH             (Set.of(PENDING_DISPATCH),               DISPATCHED,            OFFICE,   Set.of(HOTLINE_DISPATCHER)),
    SIGN_FOR             (Set.of(DISPATCHED),                     SIGNED,                HOST,     Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    REQUEST_RETURN       (Set.of(DISPATCHED, SIGNED),             RETURN_REQUESTED,      HOST,     Set.of(UNIT_DEPUTY, UNIT_HEAD)),
    REASSIGN             (Set.of(RETURN_REQUESTED),               DISPATCHED,            OUTSIDER, Set.of(HOTLINE_MANAGER)),
    KEEP                 (Set.of(RETURN_REQUESTED),               SIGNED,                OUTSIDER, Set.of(HOTLINE_MANAGER)),
    KEEP_UNSIGNED        (Set.of(RETURN_REQUESTED),               DISPATCHED,            OUTSIDER, Set.of(HOTLINE_MANAGER)),
    DISPUTE              (Set.of(RETURN_REQUESTED),               DISPUTED,              OUTSIDER, Set.of(HOTLINE_MANAGER)),
    DESIGNATE            (Set.of(DISPUTED),                       DISPATCHED,            OUTSIDER, Set.of(OFFICE_DEPUTY)),
    CONTACT_CITIZEN      (Set.of(SIGNED),                         IN_PROGRESS,           HOST,     Set.of(UNIT_HANDLER)),
    LIST_AS_HARD         (Set.of(IN_PROGRESS),                    SUSPENDED,             OUTSIDER, Set.of(HOTLINE_MANAGER)),
    RESUME               (Set.of(SUSPENDED),                      IN_PROGRESS,           OUTSIDER, Set.of(HOTLINE_MANAGER)),
    TERMINATE            (Set.of(IN_PROGRESS),                    TERMINATED,            OUTSIDER, Set.of(HOTLINE_AUDITOR)),
    SUBMIT_FEEDBACK      (Set.of(IN_PROGRESS),                    FEEDBACK_SUBMITTED,    HOST,     Set.of(UNIT_HEAD, UNIT_DEPUTY)),
    RETURN_FOR_CORRECTION(Set.of(FEEDBACK_SUBMITTED),             IN_PROGRESS,           OUTSIDER, Set.of(HOTLINE_AUDITOR)),
    PASS_AUDIT           (Set.of(FEEDBACK_SUBMITTED),             PENDING_CALLBACK,      OUTSIDER, Set.of(HOTLINE_AUDITOR)),
    CALL_BACK            (Set.of(PENDING_CALLBACK),               CLOSED,                OUTSIDER, Set.of(CALLBACK_AGENT)),
    REDO                 (Set.of(PENDING_CALLBACK),               HotlineTicketStatus.REDO, OUTSIDER, Set.of(HOTLINE_AUDITOR, HOTLINE_MANAGER)),
    DISPATCH_AGAIN       (Set.of(HotlineTicketStatus.REDO),       DISPATCHED,            NOBODY,   Set.of()),
    MERGE                (Set.of(PENDING_DISPATCH, DISPATCHED, SIGNED, IN_PROGRESS),
                                                                  MERGED,                OFFICE,   Set.of(HOTLINE_DISPATCHER)),
    UNMERGE              (Set.of(MERGED),                         PENDING_DISPATCH,      OFFICE,   Set.of(HOTLINE_DISPATCHER)),
    FOLLOW_PARENT        (Set.of(MERGED),                         PENDING_CALLBACK,      NOBODY,   Set.of()),
    DISPATCH_UPSTREAM    (Set.of(RECEIVED, PENDING_DISPATCH, DISPATCHED, SIGNED, IN_PROGRESS, FEEDBACK_SUBMITTED, PENDING_CALLBACK, CLOSED, RETURN_REQUESTED, DISPUTED, SUSPENDED),
                                                                  RECEIVED,              OFFICE,   Set.of(INTEGRATION_CLIENT)),
    CLOSE_UPSTREAM       (Set.of(RECEIVED, PENDING_DISPATCH, DISPATCHED, SIGNED, IN_PROGRESS, FEEDBACK_SUBMITTED, PENDING_CALLBACK, RETURN_REQUESTED, DISPUTED, SUSPENDED, MERGED),
                                                                  CLOSED,                OFFICE,   Set.of(INTEGRATION_CLIENT)),
    ARCHIVE              (Set.of(CLOSED),                         ARCHIVED,              NOBODY,   Set.of());
    // spotless:on

    private final Set<HotlineTicketStatus> from;
    private final HotlineTicketStatus to;
    private final TicketHand hand;
    private final Set<Role> hands;

    TicketMove(Set<HotlineTicketStatus> from, HotlineTicketStatus to, TicketHand hand, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hand = hand;
        this.hands = hands;
    }

    void check(HotlineTicket ticket, Command command) {
        check(ticket.status(), ticket.version(), command);
        hand.require(ticket, hands, command);
    }

    @Override
    public Set<HotlineTicketStatus> from() {
        return from;
    }

    @Override
    public HotlineTicketStatus to() {
        return to;
    }

    TicketHand hand() {
        return hand;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
