package io.duban.hotline.tickets;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Instant;
import java.util.List;

/**
 * A ticket as one officer sees it now: its light, what he may do with it. Who asks is masked for everybody; whoever must know it has it disclosed.
 *
 * <p>Who asked for secrecy is not even shown masked outside of the hotline.
 *
 * @param words as told, without the numbers in it that lead to a person
 * @param masked there is more to be known than is shown
 * @param feedbackDoubts what the auditor is to look at; none for those who are judged by it
 */
record TicketView(
        HotlineTicket ticket,
        Citizen citizen,
        String words,
        boolean masked,
        AlertLight light,
        List<FeedbackDoubt> feedbackDoubts,
        List<String> legalActions) {

    static TicketView of(HotlineTicket ticket, Officer officer, Permissions permissions, Instant now) {
        var shutOut = shutsOut(ticket, officer, permissions);
        var words = Masking.words(ticket.demand().words(), shutOut ? number -> Masking.STARS : Masking::phone);
        return new TicketView(
                ticket,
                shutOut ? ticket.citizen().withheld() : ticket.citizen().masked(),
                words,
                ticket.demand().isReport()
                        || !ticket.citizen().isAnonymous()
                        || !words.equals(ticket.demand().words()),
                ticket.light(now),
                ticket.wasHandledBy(officer) ? List.of() : ticket.feedback().doubts(),
                new TicketSteps(ticket, officer, now).legal());
    }

    /** Without a button that a row beside the ticket's forbids. */
    TicketView without(TicketMove move) {
        var others = legalActions.stream()
                .filter(action -> !action.equals(move.name()))
                .toList();
        return new TicketView(ticket, citizen, words, masked, light, feedbackDoubts, others);
    }

    /** Whether he is not even to see masked who asked for secrecy. */
    static boolean shutsOut(HotlineTicket ticket, Officer officer, Permissions permissions) {
        return ticket.demand().keepSecret() && !isOfTheHotline(officer, permissions);
    }

    /** Whoever may know every citizen; a unit's handler may know his own only. */
    private static boolean isOfTheHotline(Officer officer, Permissions permissions) {
        return permissions.reach(officer, "ticket:read-caller").whole().everything();
    }
}
