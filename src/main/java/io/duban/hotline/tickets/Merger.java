package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.UNIT_HEAD;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that become one, decided and not yet written.
 *
 * @param parent in its next version, so that whatever happens to it at the same time is decided again
 * @param earlier the clock that brings its date forward; null when its own is the earliest
 */
record Merger(HotlineTicket parent, @Nullable Deadline earlier, List<Joined> children) {

    /** A child before and after. */
    record Joined(HotlineTicket before, HotlineTicket after) {}

    static Merger of(HotlineTicket parent, @Nullable Deadline earlier, List<HotlineTicket> children, Instant now) {
        var term = parent.term().outside(earliestOuter(Stream.concat(Stream.of(parent), children.stream())));
        var next = new TicketEdit(parent, now)
                .term(earlier == null ? term : term.broughtForward(earlier))
                .done();
        var joined = children.stream()
                .map(child -> new Joined(child, under(parent, child, now)))
                .toList();
        return new Merger(next, earlier, joined);
    }

    /** The earliest date a platform set to any of them; null for none. */
    static @Nullable Instant earliestOuter(Stream<HotlineTicket> tickets) {
        return tickets.map(ticket -> ticket.term().outerDueAt())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** What a command about the only child does. */
    Outcome<HotlineTicket> ofItsOnlyChild(Instant now) {
        return part(children.get(0), now).including(parentPart(now));
    }

    /** What a command about the parent does. */
    Outcome<MergedFamily> ofTheFamily(Instant now) {
        var outcome = Outcome.about(new MergedFamily(
                        parent, children.stream().map(Joined::after).toList()))
                .including(parentPart(now));
        children.forEach(child -> outcome.including(part(child, now)));
        return outcome;
    }

    private static HotlineTicket under(HotlineTicket parent, HotlineTicket child, Instant now) {
        return child.follow(TicketMove.MERGE, now)
                .handling(child.handling().withdrawn())
                .lineage(child.lineage().under(parent.id()))
                .done();
    }

    /** Its unit has nothing to do with it any more, and hears so. */
    private static Outcome<HotlineTicket> part(Joined child, Instant now) {
        var outcome = Outcome.changed(child.after()).ending(now, Set.of());
        var units = child.before().unitIds();
        if (!units.isEmpty()) {
            outcome.announcing(
                    Event.of("merged", Priority.INFO, child.after(), now).lastTo(units));
        }
        return outcome.announcing("merged", Priority.INFO, now);
    }

    /** The host hears that further citizens wait for an answer; what lies on its desks is due with the earlier clock. */
    private Outcome<HotlineTicket> parentPart(Instant now) {
        var outcome = Outcome.changed(parent);
        if (earlier != null) {
            outcome.replacing(earlier);
            hasten(outcome);
        }
        return outcome.announcing(
                Event.of("childrenMerged", Priority.ACTION, parent, now).to(Set.copyOf(parent.unitIds())));
    }

    private void hasten(Outcome<HotlineTicket> outcome) {
        var handling = parent.handling();
        if (parent.status() == HotlineTicketStatus.SIGNED && handling.handlerId() != null) {
            outcome.opening("CONTACT_CITIZEN", Assignee.person(handling.handlerId()), parent.dueAt());
        }
        if (parent.status() == HotlineTicketStatus.IN_PROGRESS && handling.hostUnitId() != null) {
            outcome.opening(
                    "SUBMIT_FEEDBACK", Assignee.holdersAt(Set.of(handling.hostUnitId()), UNIT_HEAD), parent.dueAt());
        }
    }
}
