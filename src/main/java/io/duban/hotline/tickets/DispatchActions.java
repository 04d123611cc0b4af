package io.duban.hotline.tickets;

import java.time.Instant;

/** What can be asked beforehand about the steps between the dispatcher and the unit, so that no button is shown that would be refused. */
final class DispatchActions {

    private DispatchActions() {}

    static boolean isOpen(TicketMove move, HotlineTicket ticket, Instant now) {
        return move == TicketMove.REQUEST_RETURN
                ? ticket.returning().right().isOpen(now)
                : TicketReturnDeciding.isOpen(move, ticket);
    }
}
