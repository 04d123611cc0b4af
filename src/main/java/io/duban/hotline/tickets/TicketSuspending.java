package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Continuation;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A ticket stands on the hard list and its clocks stand still (挂账); it is looked at again, and goes on one day (恢复办理). */
@Component
class TicketSuspending {

    private static final String REVIEW = "REVIEW_HARD";

    private final HotlineTickets tickets;
    private final HardListings listings;
    private final HardReviewClock reviews;
    private final Deadlines deadlines;

    TicketSuspending(HotlineTickets tickets, HardListings listings, HardReviewClock reviews, Deadlines deadlines) {
        this.tickets = tickets;
        this.listings = listings;
        this.reviews = reviews;
        this.deadlines = deadlines;
    }

    /** What the leader approved comes into force; the leaders in charge are told. */
    Mono<Outcome<HotlineTicket>> list(UUID ticketId, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(before -> {
            var ticket = before.take(TicketMove.LIST_AS_HARD, command).done();
            before.progress().requireApprovedAsHard();
            return listings.requireLast(ticketId)
                    .flatMap(listing -> Mono.zip(
                            reviews.until(listing.reviewAt(), ticket, command.now()),
                            reviews.leaders(ticket),
                            (review, leaders) -> listed(ticket, listing.listed(command), review, leaders, command)));
        });
    }

    /** It stays on the list until it is looked at again. */
    Mono<Outcome<HotlineTicket>> review(UUID ticketId, HardReview.Words said, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(before -> {
            var ticket = before.take(TicketAct.REVIEW_HARD, command).done();
            return listings.requireLast(ticketId)
                    .flatMap(listing -> Mono.zip(
                            reviews.until(OfficeDay.end(said.reviewOn()), ticket, command.now()),
                            reviews.leaders(ticket),
                            (review, leaders) -> reviewed(ticket, listing, said, review, leaders, command)));
        });
    }

    /** Its clocks go on, later by the time they stood still. */
    Mono<Outcome<HotlineTicket>> resume(UUID ticketId, String words, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .doOnNext(ticket -> TicketMove.RESUME.check(ticket, command))
                .flatMap(ticket -> listings.requireLast(ticketId)
                        .flatMap(listing -> dates(ticket, command)
                                .map(dates -> resumed(ticket, listing.resumed(words, command), dates, command))));
    }

    private static Outcome<HotlineTicket> listed(
            HotlineTicket ticket, HardListing listing, Deadline review, Set<UUID> leaders, Command command) {
        var outcome = HandlingDesk.clear(Outcome.changed(ticket).updating(listing));
        HandlingDesk.clocks(ticket).forEach(outcome::suspending);
        return outcome.starting(review, HardReviewClock.escalation(leaders))
                .opening(REVIEW, Assignee.holders(HOTLINE_MANAGER), review.currentDueAt())
                .announcing(Event.of("listedAsHard", Priority.ACTION, ticket, command.now())
                        .to(leaders));
    }

    private static Outcome<HotlineTicket> reviewed(
            HotlineTicket ticket,
            HardListing listing,
            HardReview.Words said,
            Deadline review,
            Set<UUID> leaders,
            Command command) {
        var outcome = Outcome.changed(ticket)
                .updating(listing.prolonged(review.currentDueAt()))
                .inserting(HardReview.of(listing, said, command))
                .replacing(review)
                .opening(REVIEW, Assignee.holders(HOTLINE_MANAGER), review.currentDueAt());
        return outcome.announcing(
                Event.of("hardReviewed", Priority.INFO, ticket, command.now()).to(leaders));
    }

    private static Outcome<HotlineTicket> resumed(
            HotlineTicket before, HardListing listing, List<Continuation> dates, Command command) {
        var edit = before.take(TicketMove.RESUME, command);
        dates.stream()
                .filter(going -> going.step().equals(ClockRules.HANDLE))
                .forEach(going -> edit.term(before.term().movedTo(going.dueAt(), going.warnAt())));
        var ticket = edit.done();
        var outcome = Outcome.changed(ticket)
                .updating(listing)
                .closing(REVIEW)
                .satisfying(HardReviewClock.STEP, command.now())
                .opening(CitizenContacting.SUBMIT_FEEDBACK, CitizenContacting.signers(ticket), ticket.dueAt());
        dates.forEach(outcome::continuing);
        dates.stream()
                .filter(going -> going.step().equals(StageReport.CLOCK))
                .forEach(going -> outcome.opening(
                        StageReport.TODO, Assignee.person(ticket.handling().handlerId()), going.dueAt()));
        dates.stream()
                .filter(going -> PartStep.isClock(going.step()))
                .forEach(going ->
                        outcome.opening(PartStep.TODO, PartStep.desksOf(PartStep.unitOf(going.step())), going.dueAt()));
        return outcome.announcing("resumed", Priority.ACTION, command.now());
    }

    private Mono<List<Continuation>> dates(HotlineTicket ticket, Command command) {
        return Flux.fromIterable(HandlingDesk.clocks(ticket))
                .concatMap(step -> deadlines.resumed(ticket.id(), step, command.now()))
                .collectList();
    }
}
