package io.duban.hotline.tickets;

import java.util.Arrays;

/** What becomes of the tickets that were merged into another as that one goes its way: none is ever left without anybody who answers it. */
enum ChildFate {
    /** The parent is still being handled. */
    WAIT,
    /** Its result holds for them too: each citizen is called back. */
    FOLLOW,
    /** It ended without a result that would answer them: they wait to be dispatched by themselves. */
    RELEASE;

    static ChildFate under(HotlineTicket parent) {
        return switch (parent.status()) {
            case RECEIVED,
                    PENDING_DISPATCH,
                    DISPATCHED,
                    SIGNED,
                    IN_PROGRESS,
                    FEEDBACK_SUBMITTED,
                    ANSWERED_DIRECTLY,
                    RETURN_REQUESTED,
                    DISPUTED,
                    REDO,
                    SUSPENDED,
                    MERGED -> WAIT;
            case PENDING_CALLBACK -> FOLLOW;
            case CLOSED, ARCHIVED ->
                parent.feedback().feedbackBy() == null || parent.lineage().closedByUpstream() ? RELEASE : FOLLOW;
            case NOT_ACCEPTED, TRANSFERRED_EMERGENCY, TERMINATED, WITHDRAWN -> RELEASE;
        };
    }

    /** The states of a parent under which no child stays. */
    static String[] decidingStates() {
        return Arrays.stream(HotlineTicketStatus.values())
                .filter(status -> !status.isOpen() || status == HotlineTicketStatus.PENDING_CALLBACK)
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
