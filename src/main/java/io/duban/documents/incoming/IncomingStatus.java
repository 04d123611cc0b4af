package io.duban.documents.incoming;

/** The states of an incoming document (domain 2.1). */
enum IncomingStatus {
    PENDING_RECEIPT,
    RECEIVED,
    REGISTERED,
    PRELIM_REVIEW,
    PROPOSED,
    AWAITING_INSTRUCTION,
    INSTRUCTED,
    ASSIGNED,
    HANDLING,
    RESULT_SUBMITTED,
    ANSWERED,
    CIRCULATING,
    COMPLETED,
    ARCHIVED,
    RETURNED_TO_SENDER,
    VOIDED;

    /** Nothing is added to it any more. */
    boolean isClosed() {
        return this == ARCHIVED || this == RETURNED_TO_SENDER || this == VOIDED;
    }

    /** Somebody still owes something. */
    boolean isOpen() {
        return !isClosed() && this != COMPLETED;
    }

    /** The office has not proposed anything yet, so no leader is asked. */
    boolean isBeforeProposal() {
        return ordinal() < PROPOSED.ordinal();
    }
}
