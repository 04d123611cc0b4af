package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.statistics.PeriodLock;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The citizen asked (回访): tried, heard, and asked again when the unit has solved it after the close. */
@Component
class TicketCallingBack {

    private final HotlineTickets tickets;
    private final CallbackAttempts attempts;
    private final PeriodLock lock;

    TicketCallingBack(HotlineTickets tickets, CallbackAttempts attempts, PeriodLock lock) {
        this.tickets = tickets;
        this.attempts = attempts;
        this.lock = lock;
    }

    /** A call that closes nothing; where the citizen wants it done again, that is the auditor's to judge. */
    Mono<Outcome<HotlineTicket>> attempt(UUID ticketId, CallbackAttempt.Tried tried, Command command) {
        return tickets.require(ticketId, command.access().reach()).map(before -> {
            var ticket = before.take(TicketAct.TRY_CALL_BACK, command).done();
            before.callback().requireOther(command);
            return tried(ticket, CallbackAttempt.of(ticket, tried, command), command);
        });
    }

    /** The last call of a round closes the ticket; {@code E_GEN_VALIDATION} for what {@link Callback.Answer#require} refuses. */
    Mono<Outcome<HotlineTicket>> callBack(UUID ticketId, Callback.Answer answer, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .flatMap(before -> attempts.triesOf(before)
                        .zipWith(
                                lock.after(command.now()),
                                (tries, lockedFrom) -> closed(before, answer, tries, lockedFrom, command)));
    }

    /** The citizen's word after the close; {@code E_GEN_ILLEGAL_STATE} a second time, or too late. */
    Mono<Outcome<HotlineTicket>> evaluate(UUID ticketId, LaterEvaluation.Said said, Command command) {
        return tickets.require(ticketId, command.access().reach()).map(before -> {
            var edit = before.take(TicketAct.EVALUATE_LATER, command);
            var recourse = before.callback().recourse();
            recourse.requireEvaluation(before.callback().at(before.closedAt()), command.now());
            return Outcome.changed(edit.callback(before.callback().with(recourse.evaluated(command.now())))
                            .done())
                    .inserting(LaterEvaluation.of(before, said, command))
                    .announcing("evaluated", Priority.INFO, command.now())
                    .stating("resolved", said.resolved())
                    .stating("satisfaction", said.satisfaction());
        });
    }

    private static Outcome<HotlineTicket> tried(HotlineTicket ticket, CallbackAttempt attempt, Command command) {
        var outcome = Outcome.changed(ticket).inserting(attempt);
        if (attempt.isInVain()) {
            return outcome.announcing("callbackTried", Priority.INFO, command.now());
        }
        var judge = ticket.callback().recourse().redos() == 0 ? HOTLINE_AUDITOR : HOTLINE_MANAGER;
        return outcome.opening("REDO", Assignee.holders(judge), null)
                .announcing("redoAsked", Priority.ACTION, command.now())
                .stating("callbackOutcome", Callback.Outcome.ANSWERED)
                .stating("resolved", attempt.resolved())
                .stating("satisfaction", attempt.satisfaction());
    }

    private static Outcome<HotlineTicket> closed(
            HotlineTicket before, Callback.Answer answer, CallbackTries tries, Instant lockedFrom, Command command) {
        var edit = before.take(TicketMove.CALL_BACK, command);
        before.callback().requireOther(command);
        answer.require(before.citizen(), tries);
        var said = before.callback().said(answer);
        return Outcome.changed(edit.callback(said.with(said.recourse().lockedFrom(lockedFrom)))
                        .done())
                .inserting(TicketRound.ended(before, said, TicketRound.Ending.CALLED_BACK, command))
                .closing("CALL_BACK")
                .closing("REDO")
                .satisfying(ClockRules.CALLBACK, command.now())
                .announcing("closed", Priority.INFO, command.now());
    }
}
