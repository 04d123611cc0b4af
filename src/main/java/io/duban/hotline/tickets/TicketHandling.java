package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The unit's part: the citizen contacted, the result handed in. */
@Component
class TicketHandling {

    private final HotlineTickets tickets;
    private final Deadlines deadlines;

    TicketHandling(HotlineTickets tickets, Deadlines deadlines) {
        this.tickets = tickets;
        this.deadlines = deadlines;
    }

    /** How the citizen was contacted. */
    record Contact(
            UUID ticketId,
            Instant contactedAt,
            String way,
            String result,
            @Nullable String note) {}

    @Table("hotline_contact")
    record ContactRow(
            @Id UUID id,
            UUID ticketId,
            Instant contactedAt,
            String way,
            String result,
            @Nullable String note,
            UUID recordedBy,
            Instant recordedAt) {}

    Mono<Outcome<HotlineTicket>> contactCitizen(Contact contact, Command command) {
        return tickets.require(contact.ticketId(), command.access().reach())
                .map(ticket -> contacted(ticket, contact, command))
                .map(ticket -> Outcome.changed(ticket)
                        .inserting(row(contact, command))
                        .closing("CONTACT_CITIZEN")
                        .satisfying(ClockRules.CONTACT, contact.contactedAt())
                        .opening(
                                "SUBMIT_FEEDBACK",
                                Assignee.holdersAt(Set.of(ticket.handling().hostUnitId()), UNIT_HEAD),
                                ticket.dueAt())
                        .announcing("contacted", Priority.ACTION, command.now()));
    }

    Mono<Outcome<HotlineTicket>> submitFeedback(UUID ticketId, Feedback feedback, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> submitted(ticket, feedback, command))
                .flatMap(ticket -> deadlines
                        .start("HOT_AUDIT", ticket.subjectType(), ticket.id(), ClockRules.AUDIT, command.now())
                        .map(due -> Outcome.changed(ticket)
                                .closing("SUBMIT_FEEDBACK")
                                .satisfying(ClockRules.HANDLE, command.now())
                                .starting(due)
                                .opening("AUDIT_FEEDBACK", Assignee.holders(HOTLINE_AUDITOR), due.currentDueAt())
                                .announcing("feedbackSubmitted", Priority.ACTION, command.now())));
    }

    private static HotlineTicket contacted(HotlineTicket ticket, Contact contact, Command command) {
        var edit = ticket.take(TicketMove.CONTACT_CITIZEN, command);
        ticket.handling().requireSinceDispatch(contact.contactedAt(), command.now());
        return edit.done();
    }

    private static HotlineTicket submitted(HotlineTicket ticket, Feedback feedback, Command command) {
        var edit = ticket.take(TicketMove.SUBMIT_FEEDBACK, command);
        feedback.requireTold(ticket.acceptedAt(), command.now());
        return edit.feedback(feedback.submitted(command.officer().id(), command.now()))
                .done();
    }

    private static ContactRow row(Contact contact, Command command) {
        return new ContactRow(
                UuidCreator.getTimeOrderedEpoch(),
                contact.ticketId(),
                contact.contactedAt(),
                contact.way(),
                contact.result(),
                contact.note(),
                command.officer().id(),
                command.now());
    }
}
