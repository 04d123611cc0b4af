package io.duban.hotline.tickets;

import io.duban.platform.commands.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What lies on desks, and which clocks run, while a unit is at work. */
final class HandlingDesk {

    private static final List<String> TODOS = List.of(
            "CONTACT_CITIZEN",
            CitizenContacting.SUBMIT_FEEDBACK,
            StageReport.TODO,
            TicketExtending.DECIDE,
            HardProposing.DECIDE,
            HardProposing.LIST,
            TicketTerminating.DECIDE);

    private HandlingDesk() {}

    /** Takes all of it off the desks: no unit is at work any more. */
    static Outcome<HotlineTicket> clear(Outcome<HotlineTicket> outcome) {
        return clearOfHost(outcome).closing(PartStep.TODO);
    }

    /** The host has handed in; a silent co unit still has its part to report (domain 0.4). */
    static Outcome<HotlineTicket> clearOfHost(Outcome<HotlineTicket> outcome) {
        TODOS.forEach(outcome::closing);
        return outcome;
    }

    /** Stops the clocks: there is nothing left to handle. */
    static Outcome<HotlineTicket> stop(Outcome<HotlineTicket> outcome, Instant now) {
        clocks(outcome.subject()).forEach(step -> outcome.satisfying(step, now));
        return outcome;
    }

    /** The clocks of the work itself. */
    static List<String> clocks(HotlineTicket ticket) {
        var steps = new ArrayList<>(List.of(ClockRules.HANDLE, StageReport.CLOCK));
        ticket.handling().coUnitIds().forEach(unit -> steps.add(PartStep.clock(unit)));
        return steps;
    }
}
