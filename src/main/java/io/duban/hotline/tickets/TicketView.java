package io.duban.hotline.tickets;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A ticket as one officer sees it now: its light, what he may do with it, and the citizen's data only if his task needs them. */
record TicketView(HotlineTicket ticket, Citizen citizen, boolean masked, AlertLight light, List<String> legalActions) {

    static TicketView of(HotlineTicket ticket, Officer officer, Permissions permissions, Instant now) {
        var reach = permissions.reach(officer, "ticket:read-caller");
        var clear = !ticket.demand().keepSecret()
                && reach.covers(ticket.unitIds(), ticket.participantIds())
                && !reach.masks(ticket.unitIds(), ticket.participantIds());
        return new TicketView(
                ticket,
                clear ? ticket.citizen() : ticket.citizen().masked(),
                !clear,
                ticket.light(now),
                legal(ticket, officer, now));
    }

    private static List<String> legal(HotlineTicket ticket, Officer officer, Instant now) {
        return Stream.concat(
                        Arrays.stream(TicketMove.values())
                                .filter(move -> move.from().contains(ticket.status())
                                        && move.hand().isOf(ticket, move.hands(), officer)
                                        && DispatchActions.isOpen(move, ticket, now))
                                .map(Enum::name),
                        TicketAct.legal(ticket, officer).stream())
                .toList();
    }
}
