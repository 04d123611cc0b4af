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

/** The unit's result audited by somebody else than the unit: passed, or sent back with what is wrong with it. */
@Component
class TicketClosing {

    private final HotlineTickets tickets;
    private final WrittenAnswers letters;
    private final Deadlines deadlines;
    private final MergedChildren children;

    TicketClosing(HotlineTickets tickets, WrittenAnswers letters, Deadlines deadlines, MergedChildren children) {
        this.tickets = tickets;
        this.letters = letters;
        this.deadlines = deadlines;
        this.children = children;
    }

    /** Nobody works at it any more: a silent co unit's part is wanted no longer. */
    Mono<Outcome<HotlineTicket>> passAudit(UUID ticketId, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> ticket.take(TicketMove.PASS_AUDIT, command)
                        .callback(ticket.callback().passedBy(command.officer().id()))
                        .done())
                .delayUntil(ticket -> letters.requireSigned(ticket.id()))
                .flatMap(ticket -> deadlines
                        .start("HOT_CALLBACK", ticket.subjectType(), ticket.id(), ClockRules.CALLBACK, command.now())
                        .map(due -> Outcome.changed(ticket)
                                .ending(command.now(), TicketEnding.GOING_ON)
                                .starting(due)
                                .opening("CALL_BACK", Assignee.holders(CALLBACK_AGENT), due.currentDueAt())
                                .announcing("auditPassed", Priority.ACTION, command.now())))
                .flatMap(passed -> children.following(passed, command.now()));
    }

    /** The unit goes on under the clock it had. {@code E_GEN_VALIDATION} without a defect. */
    Mono<Outcome<HotlineTicket>> returnForCorrection(
            UUID ticketId, List<FeedbackDefect.Found> defects, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> returned(
                        ticket.take(TicketMove.RETURN_FOR_CORRECTION, command)
                                .feedback(ticket.feedback().returned(lines(defects)))
                                .done(),
                        defects,
                        command))
                .flatMap(outcome ->
                        letters.sentBack(ticketId).map(outcome::including).defaultIfEmpty(outcome));
    }

    private static Outcome<HotlineTicket> returned(
            HotlineTicket ticket, List<FeedbackDefect.Found> defects, Command command) {
        var outcome = Outcome.changed(ticket)
                .closing("AUDIT_FEEDBACK")
                .satisfying(ClockRules.AUDIT, command.now())
                .resuming(ClockRules.HANDLE)
                .opening(
                        "SUBMIT_FEEDBACK",
                        Assignee.holdersAt(Set.of(ticket.handling().hostUnitId()), UNIT_HEAD),
                        ticket.dueAt())
                .announcing("returnedForCorrection", Priority.ACTION, command.now());
        defects.forEach(found -> outcome.inserting(FeedbackDefect.of(ticket, found, command)));
        return outcome;
    }

    private static List<String> lines(List<FeedbackDefect.Found> defects) {
        return defects.stream().map(FeedbackDefect.Found::line).toList();
    }
}
