package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.HOTLINE_AUDITOR;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.subprocesses.Separation;
import io.duban.platform.todos.Assignee;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A ticket ends without a result (终止办理, domain 2.5 T15): on the unit's written request, which the auditor approves or refuses. */
@Component
class TicketTerminating {

    static final String DECIDE = "DECIDE_TERMINATION";

    private final HotlineTickets tickets;
    private final Terminations terminations;
    private final TicketEnding ending;

    TicketTerminating(HotlineTickets tickets, Terminations terminations, TicketEnding ending) {
        this.tickets = tickets;
        this.terminations = terminations;
        this.ending = ending;
    }

    Mono<Outcome<HotlineTicket>> ask(UUID ticketId, Termination.Wish wish, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> asked(ticket, wish, command))
                .map(ticket -> Outcome.changed(ticket)
                        .inserting(Termination.asked(ticket, wish, command))
                        .opening(DECIDE, Assignee.holders(HOTLINE_AUDITOR), ticket.dueAt())
                        .announcing("terminationRequested", Priority.ACTION, command.now()));
    }

    Mono<Outcome<HotlineTicket>> decide(UUID ticketId, boolean approved, @Nullable String words, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(before -> {
            var edit = approved
                    ? before.take(TicketMove.TERMINATE, command)
                    : before.take(TicketAct.REFUSE_TERMINATION, command)
                            .progress(before.progress().without(Progress.Request.TERMINATION));
            TicketAct.REFUSE_TERMINATION.require(before.progress().has(Progress.Request.TERMINATION), before, command);
            return terminations
                    .requireLast(ticketId)
                    .doOnNext(request ->
                            Separation.require(command, "申请终止的人不能审批。", "Who asks does not decide.", request.askedBy()))
                    .map(request -> decided(edit.done(), request.decided(approved, words, command), command))
                    .flatMap(outcome -> approved ? ending.around(outcome, command.now()) : Mono.just(outcome));
        });
    }

    private static HotlineTicket asked(HotlineTicket before, Termination.Wish wish, Command command) {
        var edit = before.take(TicketAct.REQUEST_TERMINATION, command);
        TicketAct.REQUEST_TERMINATION.require(!before.progress().has(Progress.Request.TERMINATION), before, command);
        Feedback.requireTold(wish.toldCitizenAt(), before.handling().dispatchedAt(), command.now());
        return edit.progress(before.progress().with(Progress.Request.TERMINATION))
                .done();
    }

    private static Outcome<HotlineTicket> decided(HotlineTicket ticket, Termination request, Command command) {
        var outcome = Outcome.changed(ticket).updating(request);
        return Boolean.TRUE.equals(request.approved())
                ? HandlingDesk.stop(HandlingDesk.clear(outcome), command.now())
                        .announcing("terminated", Priority.ACTION, command.now())
                : outcome.closing(DECIDE).announcing("terminationRefused", Priority.ACTION, command.now());
    }
}
