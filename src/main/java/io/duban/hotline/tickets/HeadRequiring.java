package io.duban.hotline.tickets;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The manager names a heavy item (重要事项): its result needs the signature of the unit's head. */
@Component
class HeadRequiring {

    private final HotlineTickets tickets;

    HeadRequiring(HotlineTickets tickets) {
        this.tickets = tickets;
    }

    Mono<Outcome<HotlineTicket>> require(UUID ticketId, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> ticket.take(TicketAct.REQUIRE_HEAD, command)
                        .progress(ticket.progress().weighty())
                        .done())
                .map(ticket -> Outcome.changed(ticket).announcing("headRequired", Priority.INFO, command.now()));
    }
}
