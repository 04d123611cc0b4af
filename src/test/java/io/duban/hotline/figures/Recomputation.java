package io.duban.hotline.figures;

import io.duban.hotline.figures.LoggedTicket.Entry;
import io.duban.hotline.figures.LoggedTicket.Holding;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formulas of domain 2.5 once more, over all events of the log, ticket by ticket. */
final class Recomputation {

    private final Map<UUID, LoggedTicket> tickets = new LinkedHashMap<>();
    private final Map<UUID, LoggedTicket> atEnd = new LinkedHashMap<>();
    private final Instant start;
    private final Instant end;
    private final Instant now;
    private final Tally tally = new Tally();

    private Recomputation(Instant start, Instant end, Instant now) {
        this.start = start;
        this.end = end;
        this.now = now;
    }

    /** @param now nothing later is known */
    static Tally of(List<Entry> log, Instant start, Instant end, Instant now) {
        var recomputation = new Recomputation(start, end, now);
        log.stream().filter(entry -> !entry.at().isAfter(now)).forEach(recomputation::take);
        recomputation.tickets.values().forEach(recomputation::count);
        recomputation.atEnd.forEach(recomputation::countHard);
        return recomputation.tally;
    }

    private void take(Entry entry) {
        tickets.computeIfAbsent(entry.ticket(), id -> new LoggedTicket()).take(entry);
        if (entry.at().isBefore(end)) {
            atEnd.computeIfAbsent(entry.ticket(), id -> new LoggedTicket()).take(entry);
        }
    }

    private void count(LoggedTicket ticket) {
        for (int i = 0; i < ticket.holdings.size(); i++) {
            var held = ticket.holdings.get(i);
            var next = i + 1 < ticket.holdings.size() ? ticket.holdings.get(i + 1) : null;
            if (in(held.at)) {
                dispatched(ticket, held, next, i == 0);
            }
            due("hot.onTimeRate", held.original, ticket, held, next);
            due("hot.onTimeRate current", held.due, ticket, held, next);
        }
        ticket.said.values().stream().filter(said -> in(said.at)).forEach(said -> calledBack(ticket, said));
        if (ticket.receivedAt != null && in(ticket.receivedAt)) {
            received(ticket);
        }
        closed(ticket);
    }

    private void dispatched(LoggedTicket ticket, Holding held, @Nullable Holding next, boolean first) {
        if (held.round == 1) {
            var signed = met(held.signedAt, held.signDue);
            var contacted = met(held.contactedAt, held.contactDue);
            var seen = seen(held);
            var missed = missed(signed, held.signDue, seen) || missed(contacted, held.contactDue, seen);
            var out = leftOut(ticket, held, next);
            if (out == null && !(signed && contacted) && !missed) {
                out = held.ended == null ? "NOT_YET_DUE" : held.ended;
            }
            tally.add("hot.responseRate", held.unit, signed && contacted, out);
        }
        tally.add("hot.returnRate", held.unit, held.asked, null);
        if (held.asked) {
            tally.add("hot.badReturnRate", held.unit, held.refused, null);
        }
        if (first) {
            tally.add("hot.dispatchAccuracy", held.unit, !givenAway(held, next), null);
        }
    }

    /** Until when the unit could still have missed something. */
    private Instant seen(Holding held) {
        var deciding = List.of("RETURN_REQUESTED", "DISPUTED").contains(held.state);
        return Stream.of(held.endedAt, deciding ? held.askedAt : null, now)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private void due(String metric, @Nullable Instant due, LoggedTicket ticket, Holding held, @Nullable Holding next) {
        if (due == null || !due.isAfter(start) || due.isAfter(end)) {
            return;
        }
        var out = leftOut(ticket, held, next);
        if (out == null && due.isAfter(now)) {
            out = "NOT_YET_DUE";
        } else if (out == null && held.accepted == null) {
            out = unfinished(due, held, next);
        }
        tally.add(metric, held.unit, held.accepted != null && !held.accepted.isAfter(due), out);
    }

    private static @Nullable String unfinished(Instant due, Holding held, @Nullable Holding next) {
        if (held.endedAt != null && !held.endedAt.isAfter(due)) {
            return held.ended;
        }
        if (held.state.equals("SUSPENDED") && held.suspendedAt != null && !held.suspendedAt.isAfter(due)) {
            return "SUSPENDED";
        }
        if (held.state.equals("FEEDBACK_SUBMITTED") && held.handedIn != null && !held.handedIn.isAfter(due)) {
            return "NOT_REVIEWED";
        }
        return next != null && next.round > held.round && !next.at.isAfter(due) ? "UPSTREAM_ROUND" : null;
    }

    private void calledBack(LoggedTicket ticket, LoggedTicket.Said said) {
        var parent = said.unit == null && said.parent != null ? tickets.get(said.parent) : null;
        var unit = parent == null ? said.unit : parent.unit;
        var silent = "ANSWERED".equals(said.outcome) || said.outcome == null ? "NOT_RATED" : said.outcome;
        tally.add(
                "hot.resolutionRate",
                unit,
                "YES".equals(said.resolved),
                ticket.exclusion != null ? ticket.exclusion : said.resolved == null ? silent : null);
        var out = ticket.exclusion != null ? ticket.exclusion : said.satisfaction == null ? silent : null;
        var satisfied = "SATISFIED".equals(said.satisfaction);
        var basically = "BASICALLY_SATISFIED".equals(said.satisfaction);
        tally.add("hot.satisfactionRate", unit, satisfied || basically, out);
        tally.add("hot.satisfactionRate SATISFIED", unit, satisfied, out);
        tally.add("hot.satisfactionRate BASICALLY_SATISFIED", unit, basically, out);
    }

    /** An exclusion that was granted after the period counts as well. */
    private void countHard(UUID id, LoggedTicket ticket) {
        if (ticket.state.equals("SUSPENDED")) {
            tally.add("hot.resolutionRate", ticket.unit, false, known(id).exclusion);
        }
    }

    private LoggedTicket known(UUID id) {
        return Objects.requireNonNull(tickets.get(id));
    }

    private void received(LoggedTicket ticket) {
        var out = List.of("NOT_ACCEPTED", "TRANSFERRED_EMERGENCY", "WITHDRAWN").contains(ticket.state)
                ? ticket.state
                : ticket.merged ? "MERGED" : null;
        tally.add("hot.closeRate", ticket.unit, List.of("CLOSED", "ARCHIVED").contains(ticket.state), out);
        tally.add("hot.directAnswerRate", ticket.unit, ticket.direct, null);
        tally.add("hot.repeatRate", ticket.unit, ticket.repeats, null);
        tally.add("hot.urgeRate", ticket.unit, ticket.urged, null);
    }

    private void closed(LoggedTicket ticket) {
        ticket.closes.stream()
                .filter(close -> in(close.at()))
                .reduce((earlier, later) -> later)
                .ifPresent(close -> {
                    var out = ticket.exclusion != null ? ticket.exclusion : close.merged() ? "MERGED" : null;
                    tally.add("hot.firstTimeRate", close.unit(), !close.redone(), out);
                    tally.add("hot.redoRate", close.unit(), close.redone(), out);
                });
    }

    private static @Nullable String leftOut(LoggedTicket ticket, Holding held, @Nullable Holding next) {
        if (ticket.exclusion != null) {
            return ticket.exclusion;
        }
        if (held.wasMerged) {
            return "MERGED";
        }
        if (givenAway(held, next)) {
            return "REASSIGNED";
        }
        return held.asked && next != null && next.round == held.round ? "DESIGNATED" : null;
    }

    private static boolean givenAway(Holding held, @Nullable Holding next) {
        return held.asked
                && next != null
                && next.round == held.round
                && next.unit != null
                && !next.unit.equals(held.unit);
    }

    private static boolean met(@Nullable Instant at, @Nullable Instant due) {
        return due == null || at != null && !at.isAfter(due);
    }

    private static boolean missed(boolean met, @Nullable Instant due, Instant seen) {
        return !met && due != null && due.isBefore(seen);
    }

    private boolean in(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
