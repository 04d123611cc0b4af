package io.duban.hotline.tickets;

import io.duban.platform.identity.Officer;
import java.util.stream.Stream;

/** What may be done about the secrecy of a ticket now, beside what its state allows anyhow. */
final class PrivacyActions {

    private PrivacyActions() {}

    /** Only a report names whom it is about, only a secret is opened. */
    static boolean offers(TicketAct act, HotlineTicket ticket) {
        return switch (act) {
            case NAME_REPORTED -> ticket.demand().isReport();
            case OPEN_CITIZEN ->
                ticket.demand().keepSecret() && ticket.handling().handlerId() != null;
            default -> true;
        };
    }

    /** Having the citizen's data disclosed changes nothing about the ticket, and so is no act of its table. */
    static Stream<String> beside(HotlineTicket ticket, Officer officer) {
        return new CitizenAccess(ticket, officer).isPossible() ? Stream.of("DISCLOSE_CITIZEN") : Stream.empty();
    }
}
