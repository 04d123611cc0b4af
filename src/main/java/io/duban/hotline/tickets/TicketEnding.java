package io.duban.hotline.tickets;

import io.duban.hotline.letters.WrittenAnswers;
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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The citizen withdraws his demand: nobody does anything about it any more, and whoever did is told. */
@Component
class TicketEnding {

    /** What the manager is to see about the caller, and what a unit asked to be left out of its rates, he still is to decide when the demand has ended. */
    static final Set<String> GOING_ON = Stream.concat(
                    Arrays.stream(CallerAlert.Kind.values()).map(CallerAlert.Kind::review),
                    Stream.of(TicketExcluding.DECIDE))
            .collect(Collectors.toSet());

    private final HotlineTickets tickets;
    private final WrittenAnswers letters;
    private final MergedChildren children;

    TicketEnding(HotlineTickets tickets, WrittenAnswers letters, MergedChildren children) {
        this.tickets = tickets;
        this.letters = letters;
        this.children = children;
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} when he would have said it before he called, or in the future */
    Mono<Outcome<HotlineTicket>> withdraw(UUID ticketId, String said, Instant saidAt, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(before -> {
            var edit = before.take(TicketMove.WITHDRAW, command);
            before.demand().requireSince("/saidAt", saidAt, command.now());
            var ticket = edit.done();
            return around(
                    Outcome.changed(ticket)
                            .inserting(Withdrawal.of(ticket.id(), said, saidAt, command))
                            .ending(command.now(), GOING_ON)
                            .announcing(Event.of("withdrawn", Priority.ACTION, ticket, command.now())
                                    .to(ticket.unitIds())),
                    command.now());
        });
    }

    /** What hangs on a ticket that ended without a result: nobody signs its letter any more, and what was merged into it is on its own. */
    Mono<Outcome<HotlineTicket>> around(Outcome<HotlineTicket> ended, Instant now) {
        return letters.unwanted(ended.subject().id())
                .map(ended::including)
                .defaultIfEmpty(ended)
                .flatMap(outcome -> children.following(outcome, now));
    }

    /** What hangs on a ticket that begins anew: what was published of its letter is not the answer any more, and else as {@link #around}. */
    Mono<Outcome<HotlineTicket>> anew(Outcome<HotlineTicket> begun, Instant now) {
        return letters.outdated(begun.subject().id(), now)
                .map(begun::including)
                .defaultIfEmpty(begun)
                .flatMap(outcome -> around(outcome, now));
    }
}
