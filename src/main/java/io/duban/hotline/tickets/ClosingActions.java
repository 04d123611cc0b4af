package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.CHIEF_LEADER;
import static io.duban.platform.identity.Role.DEPUTY_LEADER;

import io.duban.platform.identity.Officer;
import java.time.Instant;

/** Which of the actions at the end of a ticket would be let through by the rules behind the tables, so that no button promises what is refused. */
record ClosingActions(HotlineTicket ticket, Officer officer, Instant now) {

    boolean offers(TicketMove move) {
        return switch (move) {
            case CALL_BACK -> isNotHisAudit();
            case REDO -> recourse().allowsRedoBy(officer);
            default -> true;
        };
    }

    boolean offers(TicketAct act) {
        return switch (act) {
            case TRY_CALL_BACK -> isNotHisAudit();
            case REQUEST_EXCLUSION -> recourse().allowsExclusion(now);
            case DECIDE_EXCLUSION -> recourse().exclusion() == Exclusion.Standing.ASKED;
            case EVALUATE_LATER -> recourse().allowsEvaluation(ticket.callback().at(ticket.closedAt()), now);
            case ESCALATE ->
                officer.has(CHIEF_LEADER, DEPUTY_LEADER) || ticket.lineage().matterId() == null;
            default -> true;
        };
    }

    private boolean isNotHisAudit() {
        return !ticket.callback().wasAuditedBy(officer.id());
    }

    private Recourse recourse() {
        return ticket.callback().recourse();
    }
}
