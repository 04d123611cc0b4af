package io.duban.hotline.tickets;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A ticket as one officer sees it now: its light, what he may do with it. Who asks is masked for everybody; whoever must know it has it disclosed.
 *
 * <p>Who asked for secrecy is not even shown masked outside of the hotline.
 *
 * @param words as told, without the numbers in it that lead to a person
 * @param masked there is more to be known than is shown
 */
record TicketView(
        HotlineTicket ticket,
        Citizen citizen,
        String words,
        boolean masked,
        AlertLight light,
        List<String> legalActions) {

    static TicketView of(HotlineTicket ticket, Officer officer, Permissions permissions, Instant now) {
        var shutOut = ticket.demand().keepSecret() && !isOfTheHotline(officer, permissions);
        var words = Masking.words(ticket.demand().words(), shutOut ? number -> Masking.STARS : Masking::phone);
        return new TicketView(
                ticket,
                shutOut ? ticket.citizen().withheld() : ticket.citizen().masked(),
                words,
                ticket.demand().isReport()
                        || !ticket.citizen().isAnonymous()
                        || !words.equals(ticket.demand().words()),
                ticket.light(now),
                legal(ticket, officer));
    }

    /** Whoever may know every citizen; a unit's handler may know his own only. */
    private static boolean isOfTheHotline(Officer officer, Permissions permissions) {
        return permissions.reach(officer, "ticket:read-caller").whole().everything();
    }

    private static List<String> legal(HotlineTicket ticket, Officer officer) {
        return Stream.concat(
                        Arrays.stream(TicketMove.values())
                                .filter(move -> move.from().contains(ticket.status())
                                        && move.hand().isOf(ticket, move.hands(), officer))
                                .map(Enum::name),
                        PrivacyActions.of(ticket, officer))
                .toList();
    }
}
