package io.duban.hotline.tickets;

import io.duban.platform.identity.Officer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one officer may do with a ticket now: the tables, his posts, and the rules of each stage that can be asked before he says anything. A button that
 * would be refused is not shown.
 */
record TicketSteps(HotlineTicket ticket, Officer officer, Instant now) {

    List<String> legal() {
        var tables = Stream.concat(
                Arrays.stream(TicketMove.values()).filter(this::offers),
                Arrays.stream(TicketAct.values()).filter(this::offers));
        return Stream.concat(tables.map(Enum::name), PrivacyActions.beside(ticket, officer))
                .toList();
    }

    private boolean offers(TicketMove move) {
        return move.from().contains(ticket.status())
                && move.hand().isOf(ticket, move.hands(), officer)
                && new IntakeActions(ticket, officer).offers(move)
                && DispatchActions.isOpen(move, ticket, now)
                && new HandlingActions(ticket, officer, now).offers(move)
                && new ClosingActions(ticket, officer, now).offers(move)
                && MergeRules.offers(move, ticket);
    }

    private boolean offers(TicketAct act) {
        return act.isPossible(ticket, officer)
                && new IntakeActions(ticket, officer).offers(act)
                && new HandlingActions(ticket, officer, now).offers(act)
                && new ClosingActions(ticket, officer, now).offers(act)
                && MergeRules.offers(act, ticket)
                && PrivacyActions.offers(act, ticket);
    }
}
