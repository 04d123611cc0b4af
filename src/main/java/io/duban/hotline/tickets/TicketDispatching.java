package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From the dispatcher's desk to the unit: classified, dispatched with its clocks, signed for. */
@Component
class TicketDispatching {

    private final HotlineTickets tickets;
    private final Deadlines deadlines;
    private final Directory directory;

    TicketDispatching(HotlineTickets tickets, Deadlines deadlines, Directory directory) {
        this.tickets = tickets;
        this.deadlines = deadlines;
        this.directory = directory;
    }

    record Classification(
            UUID ticketId,
            String categoryCode,
            Handling.UrgencyClass urgencyClass,
            @Nullable UUID proposedUnitId) {}

    record Dispatch(
            UUID ticketId,
            UUID hostUnitId,
            Set<UUID> coUnitIds,
            @Nullable String instruction) {}

    record Receipt(UUID ticketId, UUID handlerId) {}

    Mono<Outcome<HotlineTicket>> classify(Classification order, Command command) {
        return tickets.require(order.ticketId(), command.access().reach())
                .map(ticket -> ticket.take(TicketMove.CLASSIFY, command)
                        .demand(ticket.demand().classifiedAs(order.categoryCode()))
                        .handling(ticket.handling().of(order.urgencyClass(), order.proposedUnitId()))
                        .done())
                .map(ticket -> Outcome.changed(ticket)
                        .closing("CLASSIFY")
                        .closing(TicketRefusing.DECIDE)
                        .opening("DISPATCH", Assignee.holders(HOTLINE_DISPATCHER), null)
                        .announcing("classified", Priority.INFO, command.now()));
    }

    Mono<Outcome<HotlineTicket>> dispatch(Dispatch order, Command command) {
        return tickets.require(order.ticketId(), command.access().reach())
                .delayUntil(ticket -> requireUnits(order))
                .flatMap(ticket -> clocks(ticket, command)
                        .map(clocks -> dispatched(
                                ticket.take(TicketMove.DISPATCH, command)
                                        .handling(ticket.handling()
                                                .dispatched(
                                                        order.hostUnitId(),
                                                        order.coUnitIds(),
                                                        order.instruction(),
                                                        command.now()))
                                        .term(ticket.term().running(clocks.get(0)))
                                        .done(),
                                clocks,
                                command)));
    }

    Mono<Outcome<HotlineTicket>> signFor(Receipt order, Command command) {
        return tickets.require(order.ticketId(), command.access().reach())
                .map(ticket -> ticket.take(TicketMove.SIGN_FOR, command)
                        .handling(ticket.handling().by(order.handlerId()))
                        .done())
                .delayUntil(ticket -> directory.requirePost(
                        order.handlerId(), UNIT_HANDLER, ticket.handling().hostUnitId(), "/handlerId"))
                .map(ticket -> Outcome.changed(ticket)
                        .closing("SIGN_FOR")
                        .satisfying(ClockRules.SIGN_FOR, command.now())
                        .opening("CONTACT_CITIZEN", Assignee.person(order.handlerId()), ticket.dueAt())
                        .announcing("signed", Priority.ACTION, command.now()));
    }

    private Outcome<HotlineTicket> dispatched(HotlineTicket ticket, List<Deadline> clocks, Command command) {
        var outcome = Outcome.changed(ticket)
                .closing("DISPATCH")
                .satisfying(ClockRules.DISPATCH, command.now())
                .opening(
                        "SIGN_FOR",
                        Assignee.holdersAt(ticket.handling().units(), UNIT_LIAISON),
                        clocks.get(1).currentDueAt())
                .announcing("dispatched", Priority.ACTION, command.now());
        clocks.forEach(outcome::starting);
        return outcome;
    }

    /** The clock starts at dispatch, not when the unit deigns to sign (domain D4): handling first, then sign-for and first contact. */
    private Mono<List<Deadline>> clocks(HotlineTicket ticket, Command command) {
        var rules = ClockRules.of(ticket);
        return start(rules.handle(), ClockRules.HANDLE, ticket, command)
                .concatWith(start(rules.signFor(), ClockRules.SIGN_FOR, ticket, command))
                .concatWith(start(rules.contact(), ClockRules.CONTACT, ticket, command))
                .collectList();
    }

    private Mono<Deadline> start(String rule, String step, HotlineTicket ticket, Command command) {
        return deadlines.start(rule, ticket.subjectType(), ticket.id(), step, command.now());
    }

    private Mono<Void> requireUnits(Dispatch order) {
        var units = new HashSet<>(order.coUnitIds());
        units.add(order.hostUnitId());
        return directory
                .canAllSignFor(units)
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/hostUnitId", "主办或协办单位不存在。", "The host or a co unit does not exist.")));
    }
}
