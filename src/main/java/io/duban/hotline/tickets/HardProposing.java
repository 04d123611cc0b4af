package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.subprocesses.Separation;
import io.duban.platform.todos.Assignee;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A ticket is proposed for the hard list by the manager, and the leader in charge of its host unit decides (挂账报批, domain 2.5 T14). */
@Component
class HardProposing {

    static final String DECIDE = "DECIDE_HARD";
    static final String LIST = "LIST_AS_HARD";

    private final HotlineTickets tickets;
    private final HardListings listings;
    private final HardReviewClock reviews;

    HardProposing(HotlineTickets tickets, HardListings listings, HardReviewClock reviews) {
        this.tickets = tickets;
        this.listings = listings;
        this.reviews = reviews;
    }

    Mono<Outcome<HotlineTicket>> propose(UUID ticketId, HardListing.Terms terms, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .doOnNext(ticket -> requireProposable(ticket, terms, command))
                .flatMap(ticket -> reviews.until(OfficeDay.end(terms.reviewOn()), ticket, command.now())
                        .then(reviews.leaders(ticket))
                        .map(leaders -> proposed(ticket, terms, leaders, command)));
    }

    Mono<Outcome<HotlineTicket>> decide(UUID ticketId, boolean approved, @Nullable String words, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(ticket -> {
            TicketAct.DECIDE_HARD.check(ticket, command);
            TicketAct.DECIDE_HARD.require(ticket.progress().has(Progress.Request.HARD), ticket, command);
            LineLeader.require(ticket, command.officer());
            command.requireCovers(Set.of(ticket.handling().hostUnitId()), false);
            return listings.requireLast(ticketId)
                    .doOnNext(listing -> Separation.require(
                            command, "提出挂账的人不能审批。", "Who proposes does not decide.", listing.proposedBy()))
                    .map(listing -> decided(ticket, listing.decided(approved, words, command), command));
        });
    }

    private static void requireProposable(HotlineTicket ticket, HardListing.Terms terms, Command command) {
        TicketAct.PROPOSE_HARD.check(ticket, command);
        TicketAct.PROPOSE_HARD.require(!ticket.progress().has(Progress.Request.HARD), ticket, command);
        Feedback.requireTold(terms.toldCitizenAt(), ticket.handling().dispatchedAt(), command.now());
    }

    /** What a leader approved before is replaced by the new proposal. */
    private static Outcome<HotlineTicket> proposed(
            HotlineTicket before, HardListing.Terms terms, Set<UUID> leaders, Command command) {
        var ticket = before.take(TicketAct.PROPOSE_HARD, command)
                .progress(before.progress()
                        .without(Progress.Request.APPROVED_AS_HARD)
                        .with(Progress.Request.HARD))
                .done();
        return Outcome.changed(ticket)
                .inserting(HardListing.proposed(ticket, terms, command))
                .closing(LIST)
                .opening(
                        DECIDE,
                        leaders.isEmpty() ? Assignee.holders(CHIEF_LEADER) : Assignee.persons(leaders),
                        ticket.dueAt())
                .announcing("hardProposed", Priority.ACTION, command.now());
    }

    private static Outcome<HotlineTicket> decided(HotlineTicket before, HardListing listing, Command command) {
        var approved = Boolean.TRUE.equals(listing.approved());
        var progress = before.progress().without(Progress.Request.HARD);
        var ticket = before.take(TicketAct.DECIDE_HARD, command)
                .progress(approved ? progress.with(Progress.Request.APPROVED_AS_HARD) : progress)
                .done();
        var outcome = Outcome.changed(ticket).updating(listing).closing(DECIDE);
        if (approved) {
            outcome.opening(LIST, Assignee.person(listing.proposedBy()), ticket.dueAt());
        }
        return outcome.announcing(approved ? "hardApproved" : "hardRefused", Priority.ACTION, command.now());
    }
}
