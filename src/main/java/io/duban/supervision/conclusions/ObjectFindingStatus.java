package io.duban.supervision.conclusions;

/** What became of the finding about one object. */
enum ObjectFindingStatus {
    DRAFT,
    PENDING_RECEIPT,
    RECEIVED,
    OBJECTED,
    UPHELD,
    /** Another edition took its place. */
    CHANGED,
    REVOKED;

    /** Whether it holds: also while an objection to it is being reviewed, which does not suspend it. */
    boolean stands() {
        return this == PENDING_RECEIPT || this == RECEIVED || this == OBJECTED || this == UPHELD;
    }
}
