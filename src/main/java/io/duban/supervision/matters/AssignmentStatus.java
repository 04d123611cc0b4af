package io.duban.supervision.matters;

/** Where a unit's assignment stands (domain 2.4.2). Overdue is a light, not a state. */
enum AssignmentStatus {
    PENDING_SIGN,
    SIGNED,
    IN_PROGRESS,
    FEEDBACK_SUBMITTED,
    RETURNED_FOR_CORRECTION,
    ACCEPTED,
    /** The unit no longer has a part in the matter. */
    RELEASED;

    /** Whether nothing more is owed of it. */
    boolean isThrough() {
        return this == ACCEPTED || this == RELEASED;
    }
}
