package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.CHIEF_LEADER;
import static io.duban.platform.identity.Role.DEPUTY_LEADER;

import io.duban.platform.identity.Officer;
import java.time.Instant;

/** Which of the actions at the end of a ticket would be let through by the rules behind the tables, so that no button promises what is refused. */
final class ClosingActions {

    private ClosingActions() {}

    /** @param action the name of a move or an act that the tables allow */
    static boolean areOpen(String action, HotlineTicket ticket, Officer officer, Instant now) {
        var callback = ticket.callback();
        var recourse = callback.recourse();
        return switch (action) {
            case "CALL_BACK", "TRY_CALL_BACK" -> !callback.wasAuditedBy(officer.id());
            case "REDO" -> recourse.allowsRedoBy(officer);
            case "REQUEST_EXCLUSION" -> recourse.allowsExclusion(now);
            case "DECIDE_EXCLUSION" -> recourse.exclusion() == Exclusion.Standing.ASKED;
            case "EVALUATE_LATER" -> recourse.allowsEvaluation(ticket.calledBackAt(), now);
            case "ESCALATE" ->
                officer.has(CHIEF_LEADER, DEPUTY_LEADER) || ticket.lineage().matterId() == null;
            default -> true;
        };
    }
}
