package io.duban.documents.incoming;

/** Where one unit's part of a paper stands. */
enum UnitAssignmentStatus {
    /** Decomposed by the office, not confirmed. */
    DRAFTED,
    /** A draft the office put another in place of. */
    DROPPED,
    ASSIGNED,
    HANDLING,
    RETURN_ASKED,
    /** Returned a second time: only a designation ends it. */
    DISPUTED,
    SUBMITTED,
    ACCEPTED,
    /** Given to another unit. */
    REASSIGNED,
    /** A co unit the office does without. */
    RELEASED;

    /** The unit, or the office for it, still owes something. */
    boolean isOpen() {
        return this == ASSIGNED || this == HANDLING || this == RETURN_ASKED || this == DISPUTED;
    }

    /** It counts: neither a draft nor given away. */
    boolean isLive() {
        return isOpen() || this == SUBMITTED || this == ACCEPTED;
    }
}
