package io.duban.hotline;

/** The states of a ticket (domain 2.5). */
enum HotlineTicketStatus {
    RECEIVED,
    PENDING_DISPATCH,
    DISPATCHED,
    SIGNED,
    IN_PROGRESS,
    FEEDBACK_SUBMITTED,
    PENDING_CALLBACK,
    CLOSED
}
