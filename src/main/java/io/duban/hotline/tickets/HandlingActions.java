package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.identity.Officer;
import java.time.Instant;

/** Which buttons of the units' work would be accepted if one officer pressed them now, beside what the tables say of state and hand. */
record HandlingActions(HotlineTicket ticket, Officer officer, Instant now) {

    boolean offers(TicketMove move) {
        return switch (move) {
            case LIST_AS_HARD -> waits(Progress.Request.APPROVED_AS_HARD);
            case TERMINATE -> waits(Progress.Request.TERMINATION);
            case SUBMIT_FEEDBACK -> Signature.of(ticket).maySign(ticket, officer);
            default -> true;
        };
    }

    boolean offers(TicketAct act) {
        return switch (act) {
            case REQUEST_EXTENSION ->
                !waits(Progress.Request.EXTENSION)
                        && !waits(Progress.Request.LONG_EXTENSION)
                        && HotlineExtensionRight.of(ticket).isOpen(now);
            case DECIDE_EXTENSION ->
                waits(Progress.Request.EXTENSION) && officer.has(HOTLINE_AUDITOR)
                        || waits(Progress.Request.LONG_EXTENSION) && officer.has(HOTLINE_MANAGER);
            case PROPOSE_HARD -> !waits(Progress.Request.HARD);
            case DECIDE_HARD -> waits(Progress.Request.HARD) && LineLeader.isInCharge(ticket, officer);
            case REQUEST_TERMINATION -> !waits(Progress.Request.TERMINATION);
            case REFUSE_TERMINATION -> waits(Progress.Request.TERMINATION);
            case REPORT_PART ->
                ticket.handling().coUnitIds().stream()
                        .anyMatch(unit -> officer.hasAt(unit, UNIT_HANDLER, UNIT_DEPUTY, UNIT_HEAD));
            case RETURN_PART -> !ticket.handling().coUnitIds().isEmpty();
            case REQUIRE_HEAD -> Signature.of(ticket) == Signature.DEPUTY_TOO;
            default -> true;
        };
    }

    private boolean waits(Progress.Request request) {
        return ticket.progress().has(request);
    }
}
