package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.UNIT_HEAD;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The handler contacts the citizen: every try is recorded, and the work begins with the first that counts. */
@Component
class CitizenContacting {

    static final String SUBMIT_FEEDBACK = "SUBMIT_FEEDBACK";

    private final HotlineTickets tickets;
    private final CitizenContacts contacts;

    CitizenContacting(HotlineTickets tickets, CitizenContacts contacts) {
        this.tickets = tickets;
        this.contacts = contacts;
    }

    Mono<Outcome<HotlineTicket>> contact(CitizenContact.Told told, Command command) {
        return tickets.require(told.ticketId(), command.access().reach())
                .flatMap(ticket -> ticket.status() == HotlineTicketStatus.IN_PROGRESS
                        ? Mono.fromCallable(() -> again(ticket, told, command))
                        : first(ticket, told, command));
    }

    private Mono<Outcome<HotlineTicket>> first(HotlineTicket ticket, CitizenContact.Told told, Command command) {
        var since = ticket.handling().dispatchedAt();
        var before = since == null ? Mono.just(Set.<Instant>of()) : tries(ticket.id(), since);
        return before.map(tries ->
                        FirstContact.of(tries, ticket.handling().urgencyClass()).isMadeBy(told.result(), command.now()))
                .map(counts -> counts ? begun(ticket, told, command) : tried(ticket, told, command));
    }

    private Mono<Set<Instant>> tries(UUID ticketId, Instant since) {
        return contacts.findByTicketIdAndRecordedAtGreaterThanEqual(ticketId, since)
                .filter(contact -> contact.result() == ContactResult.NO_ANSWER)
                .map(CitizenContact::recordedAt)
                .collect(Collectors.toSet());
    }

    private static Outcome<HotlineTicket> begun(HotlineTicket before, CitizenContact.Told told, Command command) {
        var ticket = recorded(before, before.take(TicketMove.CONTACT_CITIZEN, command), told, command);
        // A series of unanswered calls is proven by the server's time alone.
        var made = told.result().isEnough() ? told.contactedAt() : command.now();
        return changed(ticket, told, command)
                .closing("CONTACT_CITIZEN")
                .satisfying(ClockRules.CONTACT, made)
                .opening(SUBMIT_FEEDBACK, signers(ticket), ticket.dueAt())
                .announcing("contacted", Priority.ACTION, command.now());
    }

    private static Outcome<HotlineTicket> tried(HotlineTicket before, CitizenContact.Told told, Command command) {
        var ticket = recorded(before, before.take(TicketAct.TRY_CONTACT, command), told, command);
        return changed(ticket, told, command).announcing("contactTried", Priority.INFO, command.now());
    }

    private static Outcome<HotlineTicket> again(HotlineTicket before, CitizenContact.Told told, Command command) {
        var ticket = recorded(before, before.take(TicketAct.CONTACT_AGAIN, command), told, command);
        return changed(ticket, told, command).announcing("contactedAgain", Priority.INFO, command.now());
    }

    private static Outcome<HotlineTicket> changed(HotlineTicket ticket, CitizenContact.Told told, Command command) {
        return Outcome.changed(ticket).inserting(CitizenContact.of(told, command));
    }

    private static HotlineTicket recorded(
            HotlineTicket before, TicketEdit edit, CitizenContact.Told told, Command command) {
        before.handling().requireSinceDispatch(told.contactedAt(), command.now());
        if (told.result() == ContactResult.ANONYMOUS && before.citizen().phone() != null) {
            throw Refusal.invalid("/result", "诉求人留有联系电话,请先联系。", "The citizen left a telephone number: call it first.");
        }
        return edit.done();
    }

    /** Whose desk the result lies on while the unit is at work. */
    static Assignee signers(HotlineTicket ticket) {
        return Assignee.holdersAt(Set.of(ticket.handling().hostUnitId()), UNIT_HEAD);
    }
}
