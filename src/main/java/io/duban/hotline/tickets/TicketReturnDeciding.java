package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.OFFICE_DEPUTY;
import static io.duban.platform.identity.Role.UNIT_LIAISON;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The hotline's manager decides on a return: another unit gets it with a period anew, the unit keeps it, or it is a dispute; the second one always is. */
@Component
class TicketReturnDeciding {

    private final HotlineTickets tickets;
    private final TicketReturns returns;
    private final TicketClocks clocks;
    private final UnitChanging changing;

    TicketReturnDeciding(HotlineTickets tickets, TicketReturns returns, TicketClocks clocks, UnitChanging changing) {
        this.tickets = tickets;
        this.returns = returns;
        this.clocks = clocks;
        this.changing = changing;
    }

    Mono<Outcome<HotlineTicket>> decide(UUID ticketId, TicketReturn.Verdict verdict, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(before -> {
            var move = move(before, verdict);
            var edit = before.take(move, command);
            requireOpen(move, before);
            var decided = switch (verdict.decision()) {
                case REASSIGN -> reassigned(before, edit, verdict, command);
                case KEEP -> kept(before, edit, command);
                case DISPUTE -> disputed(edit.done(), command);
            };
            return decided.map(outcome -> outcome.closing("DECIDE_RETURN"))
                    .flatMap(outcome -> returns.requireLast(ticketId)
                            .map(request -> outcome.updating(request.decided(verdict, command))));
        });
    }

    /** Whether this decision is open on what waits now: a second return is coordinated, whatever it says (domain 0.4). */
    static boolean isOpen(TicketMove move, HotlineTicket ticket) {
        return switch (move) {
            case REASSIGN -> !ticket.returning().isDispute();
            case KEEP -> !ticket.returning().isDispute() && ticket.handling().handlerId() != null;
            case KEEP_UNSIGNED ->
                !ticket.returning().isDispute() && ticket.handling().handlerId() == null;
            default -> true;
        };
    }

    private static void requireOpen(TicketMove move, HotlineTicket ticket) {
        if (!isOpen(move, ticket)) {
            throw Refusal.illegalState(move.name(), ticket.status().name(), List.of(TicketMove.DISPUTE.name()));
        }
    }

    private static TicketMove move(HotlineTicket ticket, TicketReturn.Verdict verdict) {
        return switch (verdict.decision()) {
            case REASSIGN -> TicketMove.REASSIGN;
            case KEEP -> ticket.handling().handlerId() == null ? TicketMove.KEEP_UNSIGNED : TicketMove.KEEP;
            case DISPUTE -> TicketMove.DISPUTE;
        };
    }

    private Mono<Outcome<HotlineTicket>> reassigned(
            HotlineTicket before, TicketEdit edit, TicketReturn.Verdict verdict, Command command) {
        var order = DispatchOrder.of(verdict.hostUnitId(), verdict.coUnitIds(), null);
        if (order.hostUnitId().equals(before.handling().hostUnitId())) {
            throw Refusal.invalid("/hostUnitId", "改派须派给其他单位。", "It is reassigned to another unit.");
        }
        return changing.change(before, order, command.now())
                .map(start -> changing.outcome(
                        start,
                        start.on(
                                edit,
                                before.returning().reassigned(start.clocks().returnUntil())),
                        "reassigned"));
    }

    /** It goes on where it stood: with its handler, or, where nobody had signed for it, with the receipt. */
    private Mono<Outcome<HotlineTicket>> kept(HotlineTicket before, TicketEdit edit, Command command) {
        var host = Objects.requireNonNull(before.handling().hostUnitId());
        var after = edit.returning(before.returning().refused()).done();
        var outcome = Outcome.changed(after)
                .satisfying(ClockRules.DECIDE_RETURN, command.now())
                .announcing(Event.of("returnRefused", Priority.ACTION, after, command.now())
                        .to(Set.of(host)));
        var handler = after.handling().handlerId();
        return handler != null
                ? Mono.just(outcome.opening("CONTACT_CITIZEN", Assignee.person(handler), after.dueAt()))
                : clocks.signFor(after, command.now())
                        .map(signBy -> outcome.starting(signBy, TicketAlarms.signFor(host))
                                .opening(
                                        "SIGN_FOR",
                                        Assignee.holdersAt(Set.of(host), UNIT_LIAISON),
                                        signBy.currentDueAt()));
    }

    private Mono<Outcome<HotlineTicket>> disputed(HotlineTicket after, Command command) {
        return clocks.coordination(after, command.now())
                .map(due -> Outcome.changed(after)
                        .satisfying(ClockRules.DECIDE_RETURN, command.now())
                        .starting(due, TicketAlarms.coordination())
                        .opening("COORDINATE", Assignee.holders(OFFICE_DEPUTY), due.currentDueAt())
                        .announcing("disputed", Priority.ACTION, command.now()));
    }
}
