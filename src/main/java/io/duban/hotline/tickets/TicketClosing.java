package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.hotline.letters.WrittenAnswers;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The office's last word: the feedback audited by somebody else than the unit, the citizen called back, the ticket closed. */
@Component
class TicketClosing {

    private final HotlineTickets tickets;
    private final WrittenAnswers letters;
    private final Deadlines deadlines;

    TicketClosing(HotlineTickets tickets, WrittenAnswers letters, Deadlines deadlines) {
        this.tickets = tickets;
        this.letters = letters;
        this.deadlines = deadlines;
    }

    Mono<Outcome<HotlineTicket>> passAudit(UUID ticketId, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> ticket.take(TicketMove.PASS_AUDIT, command).done())
                .delayUntil(ticket -> letters.requireSigned(ticket.id()))
                .flatMap(ticket -> deadlines
                        .start("HOT_CALLBACK", ticket.subjectType(), ticket.id(), ClockRules.CALLBACK, command.now())
                        .map(due -> Outcome.changed(ticket)
                                .closing("AUDIT_FEEDBACK")
                                .satisfying(ClockRules.AUDIT, command.now())
                                .starting(due)
                                .opening("CALL_BACK", Assignee.holders(CALLBACK_AGENT), due.currentDueAt())
                                .announcing("auditPassed", Priority.ACTION, command.now())));
    }

    Mono<Outcome<HotlineTicket>> returnForCorrection(UUID ticketId, List<String> defects, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> ticket.take(TicketMove.RETURN_FOR_CORRECTION, command)
                        .feedback(ticket.feedback().returned(defects))
                        .done())
                .map(ticket -> Outcome.changed(ticket)
                        .closing("AUDIT_FEEDBACK")
                        .satisfying(ClockRules.AUDIT, command.now())
                        .resuming(ClockRules.HANDLE)
                        .opening(
                                "SUBMIT_FEEDBACK",
                                Assignee.holdersAt(Set.of(ticket.handling().hostUnitId()), UNIT_HEAD),
                                ticket.dueAt())
                        .announcing("returnedForCorrection", Priority.ACTION, command.now()));
    }

    Mono<Outcome<HotlineTicket>> callBack(UUID ticketId, Callback said, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> ticket.take(TicketMove.CALL_BACK, command)
                        .callback(said)
                        .done())
                .doOnNext(ticket -> ticket.callback().requireAnswers())
                .map(ticket -> Outcome.changed(ticket)
                        .closing("CALL_BACK")
                        .satisfying(ClockRules.CALLBACK, command.now())
                        .announcing("closed", Priority.INFO, command.now()));
    }
}
