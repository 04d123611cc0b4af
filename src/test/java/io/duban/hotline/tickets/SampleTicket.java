package io.duban.hotline.tickets;

import io.duban.support.Someone;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A ticket for tests of plain domain types. */
final class SampleTicket {

    static final UUID HOST = new UUID(1, 1);
    static final UUID CO = new UUID(1, 2);

    private SampleTicket() {}

    static HotlineTicket in(HotlineTicketStatus state) {
        return of(
                state,
                Demand.DemandType.HELP,
                Handling.UrgencyClass.ORDINARY,
                new Term(null, null, Someone.NOW, Someone.NOW, Someone.NOW, null, false));
    }

    static HotlineTicket due(Demand.DemandType type, Handling.UrgencyClass urgency, Instant due) {
        return of(HotlineTicketStatus.IN_PROGRESS, type, urgency, new Term(null, null, due, due, due, null, false));
    }

    static HotlineTicket of(
            HotlineTicketStatus state, Demand.DemandType type, Handling.UrgencyClass urgency, Term term) {
        var handling = new Handling(urgency, false, null, HOST, Set.of(CO), null, new UUID(2, 2), Someone.NOW);
        return new HotlineTicket(
                new UUID(9, 9),
                6,
                state,
                "RX1",
                1,
                Source.OWN,
                new Demand(Demand.Channel.APP, type, "c", "t", "w", Someone.NOW, "a", null, null, null, null, false),
                Citizen.ANONYMOUS,
                handling,
                term,
                Returning.NONE,
                Progress.NONE,
                told().submitted(new UUID(3, 3), Someone.NOW),
                Callback.NONE,
                Lineage.NONE,
                Intake.NONE,
                Someone.NOW,
                Someone.NOW,
                null,
                handling.units(),
                Set.of());
    }

    private static Feedback told() {
        return new Feedback(Feedback.Result.RESOLVED, "f", null, Someone.NOW, null, null, null, List.of(), List.of());
    }
}
