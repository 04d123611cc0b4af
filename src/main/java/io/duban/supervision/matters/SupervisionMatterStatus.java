package io.duban.supervision.matters;

/** Where a matter stands (domain 2.4.1). */
public enum SupervisionMatterStatus {
    DRAFT,
    PENDING_APPROVAL,
    APPROVED,
    ISSUED,
    IN_PROGRESS,
    PENDING_VERIFICATION,
    CONCLUDED,
    HANDLED,
    STRUCK_OFF,
    REOPENED,
    LONG_TERM_TRACKING,
    SUSPENDED,
    CANCELLED;

    /** Whether units and inspectors have work on it. */
    public boolean isUnderWay() {
        return this == ISSUED
                || this == IN_PROGRESS
                || this == PENDING_VERIFICATION
                || this == CONCLUDED
                || this == REOPENED;
    }

    /** Whether there is still something to come of it. */
    boolean isOpen() {
        return this != STRUCK_OFF && this != CANCELLED;
    }

    /** Whether the result was handed in and verified on the spot or on paper. */
    public boolean isVerified() {
        return this == HANDLED || this == STRUCK_OFF;
    }

    /** Whether no host owes anything now, so that no light burns. */
    boolean isAnswered() {
        return this == PENDING_VERIFICATION
                || this == CONCLUDED
                || this == HANDLED
                || this == STRUCK_OFF
                || this == CANCELLED;
    }
}
