package io.duban.hotline;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Instant;
import java.util.List;

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
                Move.legal(List.of(TicketMove.values()), ticket.status(), officer));
    }
}
