package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.statistics.PeriodLock;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The unit asks that a demand nobody could satisfy be left out of its rates (剔除); the hotline manager decides. */
@Component
class TicketExcluding {

    static final String DECIDE = "DECIDE_EXCLUSION";

    private final HotlineTickets tickets;
    private final Exclusions exclusions;
    private final PeriodLock lock;

    TicketExcluding(HotlineTickets tickets, Exclusions exclusions, PeriodLock lock) {
        this.tickets = tickets;
        this.exclusions = exclusions;
        this.lock = lock;
    }

    /** {@code E_HOT_EXCLUSION_LOCKED} after the lock; {@code E_GEN_ILLEGAL_STATE} while one waits or after one was granted. */
    Mono<Outcome<HotlineTicket>> request(UUID ticketId, Exclusion.Wish wish, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .flatMap(before -> lockedFrom(before).map(lockedFrom -> asked(before, wish, lockedFrom, command)));
    }

    /** Also after the lock, since the unit cannot help it that the decision took long: then it is an adjustment (domain 0.6, rule 7). */
    Mono<Outcome<HotlineTicket>> decide(UUID ticketId, boolean grant, String words, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(before -> {
            var edit = before.take(TicketAct.DECIDE_EXCLUSION, command);
            TicketAct.DECIDE_EXCLUSION.require(
                    before.callback().recourse().exclusion() == Exclusion.Standing.ASKED, before, command);
            return exclusions
                    .requireUndecided(ticketId)
                    .map(asked -> asked.decided(grant, words, command))
                    .map(decided -> Outcome.changed(standing(
                                    before, edit, grant ? Exclusion.Standing.GRANTED : Exclusion.Standing.REFUSED))
                            .updating(decided)
                            .closing(DECIDE)
                            .announcing(grant ? "excluded" : "exclusionRefused", Priority.INFO, command.now())
                            .stating("exclusion", decided.reason()));
        });
    }

    private static Outcome<HotlineTicket> asked(
            HotlineTicket before, Exclusion.Wish wish, Optional<Instant> lockedFrom, Command command) {
        var edit = before.take(TicketAct.REQUEST_EXCLUSION, command);
        before.callback().recourse().requireExclusion(lockedFrom.orElse(null), command.now());
        return Outcome.changed(standing(before, edit, Exclusion.Standing.ASKED))
                .inserting(Exclusion.asked(before, before.handling().hostUnitId(), wish, command))
                .opening(DECIDE, Assignee.holders(HOTLINE_MANAGER), lockedFrom.orElse(null))
                .announcing("exclusionRequested", Priority.ACTION, command.now());
    }

    private static HotlineTicket standing(HotlineTicket before, TicketEdit edit, Exclusion.Standing standing) {
        var callback = before.callback();
        return edit.callback(callback.with(callback.recourse().excluded(standing)))
                .done();
    }

    /** As it was told when the ticket was closed; where another system closed it, by the calendar of today. */
    private Mono<Optional<Instant>> lockedFrom(HotlineTicket ticket) {
        if (ticket.closedAt() == null) {
            return Mono.just(Optional.empty());
        }
        var told = ticket.callback().recourse().exclusionUntil();
        return (told == null ? lock.after(ticket.closedAt()) : Mono.just(told)).map(Optional::of);
    }
}
