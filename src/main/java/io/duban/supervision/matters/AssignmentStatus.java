package io.duban.supervision.matters;

/** Where a unit's assignment stands (domain 2.4.2). Overdue is a light, not a state. */
enum AssignmentStatus {
    PENDING_SIGN,
    SIGNED,
    IN_PROGRESS,
    FEEDBACK_SUBMITTED,
    RETURNED_FOR_CORRECTION,
    ACCEPTED
}
