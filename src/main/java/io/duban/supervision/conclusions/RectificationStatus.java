package io.duban.supervision.conclusions;

/** Where one thing to be put right stands. Overdue is a light, not a state. */
enum RectificationStatus {
    DRAFT,
    OPEN,
    REPORTED,
    VERIFIED,
    WITHDRAWN;

    boolean isUnfinished() {
        return this == OPEN || this == REPORTED;
    }
}
