package io.duban.hotline.figures;

import io.duban.support.DemoDistrict;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Tickets that go any way the move table allows, in any time: in limit, late, across the end of a month, merged, suspended, redone. */
final class Wandering {

    private static final List<UUID> UNITS = List.of(
            DemoDistrict.URBAN_BUREAU,
            DemoDistrict.HOUSING_BUREAU,
            UUID.fromString("01900000-0000-7000-8000-000000000113"));
    private static final List<String> RESOLVED = List.of("YES", "PARTLY", "NO");
    private static final List<String> SATISFIED = List.of("SATISFIED", "BASICALLY_SATISFIED", "DISSATISFIED");
    private static final List<String> SILENT = List.of("UNREACHABLE", "REFUSED_TO_RATE", "NO_CALLBACK_WANTED");
    private static final List<String> REASONS = List.of("BEYOND_POLICY", "MALICIOUS");

    private final Random random;
    private final Connection log;
    private final List<PastTicket> before = new ArrayList<>();
    private Instant at = Instant.EPOCH;

    Wandering(long seed, Connection log) {
        this.random = new Random(seed);
        this.log = log;
    }

    void begin(Instant from, Duration within, int tickets) {
        for (int i = 0; i < tickets; i++) {
            at = from.plusSeconds(random.nextLong(within.toSeconds()));
            before.add(go());
        }
    }

    private PastTicket go() {
        var ticket = !before.isEmpty() && chance(10)
                ? PastTicket.reopening(log, one(before), at())
                : chance(5) ? PastTicket.repeating(log, at()) : PastTicket.received(log, at());
        if (chance(12)) {
            return ticket.answeredDirectly(later());
        }
        if (chance(8)) {
            return ticket.step("notAccepted", later(), "NOT_ACCEPTED");
        }
        if (chance(4)) {
            return ticket.step("transferredEmergency", later(), "TRANSFERRED_EMERGENCY");
        }
        ticket.step("classified", later(), "PENDING_DISPATCH");
        if (chance(6)) {
            return merged(ticket);
        }
        var unit = one(UNITS);
        ticket.dispatched(later(), unit, in(2), in(24), in(120));
        if (chance(15)) {
            ticket.returnRequested(later());
            if (chance(50)) {
                ticket.reassigned(later(), one(UNITS), in(2), in(24), in(120));
            } else if (chance(50)) {
                ticket.keptUnsigned(later(), in(2));
            } else if (chance(70)) {
                ticket.step("disputed", later(), "DISPUTED");
                ticket.designated(later(), one(UNITS), in(2), in(24), in(120));
            } else {
                return ticket;
            }
        }
        return handled(ticket);
    }

    private PastTicket handled(PastTicket ticket) {
        if (chance(8)) {
            return ticket;
        }
        ticket.signed(later());
        if (chance(15)) {
            ticket.said("urged", later());
        }
        if (chance(8)) {
            return merged(ticket);
        }
        if (chance(6)) {
            return ticket.step("withdrawn", later(), "WITHDRAWN");
        }
        var when = at;
        ticket.contacted(later(), when.plus(1, ChronoUnit.MINUTES).toString());
        if (chance(15)) {
            ticket.extended(later(), in(240));
        }
        if (chance(10)) {
            ticket.step("listedAsHard", later(), "SUSPENDED");
            if (chance(50)) {
                return ticket;
            }
            ticket.resumed(later(), in(300));
        }
        if (chance(5)) {
            return ticket.step("terminated", later(), "TERMINATED");
        }
        if (chance(5)) {
            return ticket.closedUpstream(later());
        }
        if (chance(5)) {
            return handled(ticket.again(later()).dispatched(later(), one(UNITS), in(2), in(24), in(120)));
        }
        ticket.feedback(later());
        if (chance(15)) {
            ticket.returnedForCorrection(later()).feedback(later());
        }
        return chance(10) ? ticket : calledBack(ticket.passed(later()));
    }

    private PastTicket calledBack(PastTicket ticket) {
        if (ticket.round() < 3 && chance(20)) {
            ticket.redoAsked(later(), one(RESOLVED), "DISSATISFIED");
            if (chance(70)) {
                return handled(ticket.redo(later(), one(UNITS), in(2), in(24), in(120)));
            }
            ticket.said("redoDeclined", later());
        }
        if (chance(20)) {
            ticket.closed(later(), one(SILENT), null, null);
        } else {
            ticket.closed(later(), one(RESOLVED), one(SATISFIED));
        }
        if (chance(20)) {
            ticket.evaluated(later(), one(RESOLVED), one(SATISFIED));
        }
        if (chance(12)) {
            ticket.excluded(later(), one(REASONS));
        }
        return chance(40) ? ticket.archived(later()) : ticket;
    }

    private PastTicket merged(PastTicket ticket) {
        if (before.isEmpty()) {
            return ticket;
        }
        ticket.mergedInto(one(before), later());
        return chance(50) ? calledBack(ticket.followed(later())) : ticket;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String at() {
        return at.toString();
    }

    /** Within minutes or within days. */
    private String later() {
        at = at.plusSeconds(1 + random.nextLong(chance(60) ? 5_000 : 150_000));
        return at.toString();
    }

    private String in(int hours) {
        return at.plus(Duration.ofHours(hours)).toString();
    }
}
