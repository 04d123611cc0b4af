package io.duban.supervision.matters;

/** Where a unit's assignment stands (domain 2.4.2). Overdue is a light, not a state. */
enum AssignmentStatus {
    PENDING_SIGN,
    SIGNED,
    IN_PROGRESS,
    FEEDBACK_SUBMITTED,
    RETURNED_FOR_CORRECTION,
    ACCEPTED,
    RETURN_REQUESTED,
    /** Returned the second time on one matter: only a designation ends it. */
    DISPUTED,
    /** Given to another unit. */
    REASSIGNED,
    /** The unit no longer has a part in the matter. */
    RELEASED;

    /** Whether nothing more is owed of it. */
    boolean isThrough() {
        return this == ACCEPTED || this == REASSIGNED || this == RELEASED;
    }

    /** Whether the unit's clock runs: the result is owed and not handed in. */
    boolean isOwed() {
        return !isThrough() && this != FEEDBACK_SUBMITTED;
    }

    /** Whether the unit works on it, having signed for it. */
    boolean isAtWork() {
        return this == SIGNED || this == IN_PROGRESS || this == RETURNED_FOR_CORRECTION;
    }
}
