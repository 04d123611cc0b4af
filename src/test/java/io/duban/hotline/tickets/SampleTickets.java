package io.duban.hotline.tickets;

import io.duban.support.Someone;
import java.util.Set;
import java.util.UUID;

/** Tickets for tests of plain domain types. */
final class SampleTickets {

    private SampleTickets() {}

    /** A ticket of no unit yet, in that state; its version is 4. */
    static HotlineTicket in(HotlineTicketStatus state) {
        return new HotlineTicket(
                new UUID(9, 1),
                4,
                state,
                "RX1",
                1,
                Source.OWN,
                demand(Demand.DemandType.COMPLAINT),
                Citizen.ANONYMOUS,
                Handling.NONE,
                Term.NONE,
                Returning.NONE,
                Progress.NONE,
                Feedback.NONE,
                Callback.NONE,
                Lineage.NONE,
                Intake.NONE,
                Someone.NOW,
                Someone.NOW,
                null,
                Set.of(),
                Set.of());
    }

    static Demand demand(Demand.DemandType type) {
        return new Demand(
                Demand.Channel.HOTLINE_12345,
                type,
                "noise",
                "夜间施工噪音",
                "半夜施工",
                Someone.NOW,
                "东湖路1号",
                30.5,
                114.3,
                10.0,
                Demand.Datum.WGS_84,
                false);
    }
}
