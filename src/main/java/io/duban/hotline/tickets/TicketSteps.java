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
        var asked = Stream.concat(moves(), acts())
                .filter(step -> !IntakeActions.isIdle(step, ticket, officer))
                .filter(step -> ClosingActions.areOpen(step, ticket, officer, now))
                .filter(step -> MergeRules.offers(step, ticket));
        return Stream.concat(asked, PrivacyActions.beside(ticket, officer)).toList();
    }

    private Stream<String> moves() {
        var handling = new HandlingActions(ticket, officer, now);
        return Arrays.stream(TicketMove.values())
                .filter(move -> move.from().contains(ticket.status()))
                .filter(move -> move.hand().isOf(ticket, move.hands(), officer))
                .filter(move -> DispatchActions.isOpen(move, ticket, now) && handling.offers(move))
                .map(Enum::name);
    }

    private Stream<String> acts() {
        var handling = new HandlingActions(ticket, officer, now);
        return Arrays.stream(TicketAct.values())
                .filter(act -> act.isPossible(ticket, officer))
                .filter(act -> handling.offers(act) && PrivacyActions.offers(act, ticket))
                .map(Enum::name);
    }
}
