package io.duban.hotline.tickets;

import io.duban.platform.identity.Officer;

/** Which steps of the intake have something to do just now: what the tables allow is not always there. */
final class IntakeActions {

    private IntakeActions() {}

    /** Whether the step, which the tables allow him, would be refused for what is known of the ticket; steps of other stages never are. */
    static boolean isIdle(String step, HotlineTicket ticket, Officer officer) {
        var intake = ticket.intake();
        return switch (step) {
            case "ANSWER_DIRECTLY" -> !ticket.demand().isAnswerable();
            case "PROPOSE_REFUSAL" -> intake.refusalProposedBy() != null;
            case "CONFIRM_REFUSAL", "REJECT_REFUSAL" ->
                intake.refusalProposedBy() == null || officer.id().equals(intake.refusalProposedBy());
            case "TELL_REFUSAL" -> !intake.refusalUntold();
            case "ACKNOWLEDGE_TRANSFER" -> !intake.transferUnacknowledged();
            case "REPORT_MALICIOUS_CALLS" -> intake.callsUnreviewed();
            case "DECIDE_CALLER_ALERT" -> !intake.repeatUnreviewed() && !intake.callsUnreviewed();
            default -> false;
        };
    }
}
