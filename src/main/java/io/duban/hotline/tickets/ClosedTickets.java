package io.duban.hotline.tickets;

import io.duban.platform.identity.Reach;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ended tickets, for what the hotline office learns from them. */
@Component
public class ClosedTickets {

    private final HotlineTickets tickets;

    ClosedTickets(HotlineTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * What is needed to tell of a ticket without telling who asked.
     *
     * @param content that it was closed, resolved, and to the citizen's satisfaction, by the first call-back
     * @param secret the citizen asked for secrecy, or reports a wrongdoing
     */
    public record ClosedTicket(
            UUID id,
            String number,
            boolean content,
            boolean secret,
            @Nullable String citizenName,
            @Nullable String citizenPhone,
            @Nullable String citizenAddress,
            @Nullable String address,
            Set<UUID> unitIds) {}

    /** The ticket, if it is in reach; {@code E_WEB_NOT_FOUND} else. */
    public Mono<ClosedTicket> require(UUID id, Reach reach) {
        return tickets.require(id, reach)
                .map(ticket -> new ClosedTicket(
                        ticket.id(),
                        ticket.ticketNumber(),
                        isContent(ticket),
                        ticket.demand().keepSecret() || ticket.demand().isReport(),
                        ticket.citizen().name(),
                        ticket.citizen().phone(),
                        ticket.citizen().address(),
                        ticket.demand().address(),
                        ticket.unitIds()));
    }

    private static boolean isContent(HotlineTicket ticket) {
        return (ticket.status() == HotlineTicketStatus.CLOSED || ticket.status() == HotlineTicketStatus.ARCHIVED)
                && ticket.callback().resolved() == Callback.Resolved.YES
                && ticket.callback().satisfaction() == Callback.Satisfaction.SATISFIED;
    }
}
