package io.duban.hotline.tickets;

import io.duban.platform.identity.Officer;
import java.util.stream.Stream;

/** What may be done about the secrecy of a ticket now, beside what its state allows anyhow. */
final class PrivacyActions {

    private PrivacyActions() {}

    /** The acts as they are offered: only a report names whom it is about, only a secret is opened. */
    static Stream<String> of(HotlineTicket ticket, Officer officer) {
        var acts = TicketAct.legal(ticket, officer).stream().filter(act -> switch (TicketAct.valueOf(act)) {
            case NAME_REPORTED -> ticket.demand().isReport();
            case OPEN_CITIZEN ->
                ticket.demand().keepSecret() && ticket.handling().handlerId() != null;
            default -> true;
        });
        return new CitizenAccess(ticket, officer).isPossible()
                ? Stream.concat(acts, Stream.of("DISCLOSE_CITIZEN"))
                : acts;
    }
}
