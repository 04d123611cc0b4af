package io.duban.hotline.tickets;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The citizen withdraws his demand: nobody does anything about it any more, and whoever did is told. */
@Component
class TicketEnding {

    /** What the manager is to see about the caller, he still is when the demand has ended. */
    static final Set<String> GOING_ON = Arrays.stream(CallerAlert.Kind.values())
            .map(CallerAlert.Kind::review)
            .collect(Collectors.toSet());

    private final HotlineTickets tickets;

    TicketEnding(HotlineTickets tickets) {
        this.tickets = tickets;
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} when he would have said it before he called, or in the future */
    Mono<Outcome<HotlineTicket>> withdraw(UUID ticketId, String said, Instant saidAt, Command command) {
        return tickets.require(ticketId, command.access().reach()).map(before -> {
            var edit = before.take(TicketMove.WITHDRAW, command);
            before.demand().requireSince("/saidAt", saidAt, command.now());
            var ticket = edit.done();
            return Outcome.changed(ticket)
                    .inserting(Withdrawal.of(ticket.id(), said, saidAt, command))
                    .ending(command.now(), GOING_ON)
                    .announcing(Event.of("withdrawn", Priority.ACTION, ticket, command.now())
                            .to(ticket.unitIds()));
        });
    }
}
