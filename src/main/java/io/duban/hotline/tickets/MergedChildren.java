package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.CALLBACK_AGENT;
import static io.duban.platform.identity.Role.HOTLINE_DISPATCHER;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.events.Subject;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of merged tickets when their parent goes its way, in the parent's own statement; each child's row is guarded by its version. */
@Component
class MergedChildren {

    private final HotlineTickets tickets;
    private final Deadlines deadlines;
    private final TicketClocks clocks;

    MergedChildren(HotlineTickets tickets, Deadlines deadlines, TicketClocks clocks) {
        this.tickets = tickets;
        this.deadlines = deadlines;
        this.clocks = clocks;
    }

    /** The same outcome, with what follows from it for the children of its ticket: nothing while it is still being handled. */
    Mono<Outcome<HotlineTicket>> following(Outcome<HotlineTicket> parent, Instant now) {
        return following(parent, parent.subject(), now);
    }

    <T extends Subject> Mono<Outcome<T>> following(Outcome<T> outcome, HotlineTicket parent, Instant now) {
        var fate = ChildFate.under(parent);
        if (fate == ChildFate.WAIT) {
            return Mono.just(outcome);
        }
        return tickets.findByParentId(parent.id())
                .filter(child -> child.status() == HotlineTicketStatus.MERGED)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(child -> fate == ChildFate.FOLLOW ? followed(child, parent, now) : released(child, now))
                .collectList()
                .map(parts -> {
                    parts.forEach(outcome::including);
                    return outcome;
                });
    }

    /** On its own again, it waits to be dispatched, with a clock of its own. */
    Mono<Outcome<HotlineTicket>> released(HotlineTicket child, Instant now) {
        var alone = child.follow(TicketMove.UNMERGE, now)
                .lineage(child.lineage().under(null))
                .term(child.term().unbegun())
                .done();
        return clocks.dispatchBy(alone, now)
                .map(due -> Outcome.changed(alone)
                        .starting(due)
                        .opening("DISPATCH", Assignee.holders(HOTLINE_DISPATCHER), due.currentDueAt())
                        .announcing("unmerged", Priority.ACTION, now));
    }

    /** Who passed the parent's result passed the child's, and calls neither citizen back. */
    private static Callback auditedAs(HotlineTicket child, HotlineTicket parent) {
        var auditor = parent.callback().auditedById();
        return auditor == null ? child.callback() : child.callback().passedBy(auditor);
    }

    /** The parent's result is the child's; its citizen has yet to hear it. */
    private Mono<Outcome<HotlineTicket>> followed(HotlineTicket child, HotlineTicket parent, Instant now) {
        var answered = child.follow(TicketMove.FOLLOW_PARENT, now)
                .handling(child.handling().as(parent.handling()))
                .feedback(parent.feedback().forChild())
                .callback(auditedAs(child, parent))
                .done();
        return deadlines
                .start("HOT_CALLBACK", answered.subjectType(), answered.id(), ClockRules.CALLBACK, now)
                .map(due -> Outcome.changed(answered)
                        .starting(due)
                        .opening("CALL_BACK", Assignee.holders(CALLBACK_AGENT), due.currentDueAt())
                        .announcing("followedParent", Priority.ACTION, now));
    }
}
