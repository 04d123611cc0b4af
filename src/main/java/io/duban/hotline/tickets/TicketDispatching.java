package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.UNIT_HANDLER;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.todos.Assignee;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From the dispatcher's desk to the unit: dispatched with its clocks, signed for. */
@Component
class TicketDispatching {

    private final HotlineTickets tickets;
    private final UnitStarting starting;
    private final DispatchRules rules;
    private final Directory directory;

    TicketDispatching(HotlineTickets tickets, UnitStarting starting, DispatchRules rules, Directory directory) {
        this.tickets = tickets;
        this.starting = starting;
        this.rules = rules;
        this.directory = directory;
    }

    record Receipt(UUID ticketId, UUID handlerId) {}

    Mono<Outcome<HotlineTicket>> dispatch(UUID ticketId, DispatchOrder order, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(before -> {
            var edit = before.take(TicketMove.DISPATCH, command);
            return starting.start(before, order, Set.of(), command.now()).map(start -> {
                var after = start.on(
                        edit, before.returning().dispatched(start.clocks().returnUntil()));
                return start.outcome(after)
                        .closing("DISPATCH")
                        .announcing("dispatched", Priority.ACTION, command.now());
            });
        });
    }

    Mono<Outcome<HotlineTicket>> signFor(Receipt order, Command command) {
        return tickets.require(order.ticketId(), command.access().reach())
                .map(ticket -> ticket.take(TicketMove.SIGN_FOR, command)
                        .handling(ticket.handling().by(order.handlerId()))
                        .done())
                .delayUntil(ticket -> directory.requirePost(
                        order.handlerId(), UNIT_HANDLER, ticket.handling().hostUnitId(), "/handlerId"))
                .delayUntil(ticket -> rules.requireUninvolved(ticket.id(), Set.of(order.handlerId())))
                .map(ticket -> Outcome.changed(ticket)
                        .closing("SIGN_FOR")
                        .satisfying(ClockRules.SIGN_FOR, command.now())
                        .opening("CONTACT_CITIZEN", Assignee.person(order.handlerId()), ticket.dueAt())
                        .announcing("signed", Priority.ACTION, command.now()));
    }
}
