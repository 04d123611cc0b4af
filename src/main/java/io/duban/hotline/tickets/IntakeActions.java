package io.duban.hotline.tickets;

import io.duban.platform.identity.Officer;

/** Which steps of the intake have something to do just now, beside what the tables say of state and hand. */
record IntakeActions(HotlineTicket ticket, Officer officer) {

    boolean offers(TicketMove move) {
        return switch (move) {
            case ANSWER_DIRECTLY -> ticket.demand().isAnswerable();
            case CONFIRM_REFUSAL -> isToDecide();
            default -> true;
        };
    }

    boolean offers(TicketAct act) {
        var intake = ticket.intake();
        return switch (act) {
            case PROPOSE_REFUSAL -> intake.refusalProposedBy() == null;
            case REJECT_REFUSAL -> isToDecide();
            case TELL_REFUSAL -> intake.refusalUntold();
            case ACKNOWLEDGE_TRANSFER -> intake.transferUnacknowledged();
            case REPORT_MALICIOUS_CALLS -> !intake.callsUnreviewed();
            case DECIDE_CALLER_ALERT -> intake.repeatUnreviewed() || intake.callsUnreviewed();
            default -> true;
        };
    }

    /** A refusal is proposed, and not by himself. */
    private boolean isToDecide() {
        var proposer = ticket.intake().refusalProposedBy();
        return proposer != null && !proposer.equals(officer.id());
    }
}
