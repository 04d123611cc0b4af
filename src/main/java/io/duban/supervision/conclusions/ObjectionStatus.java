package io.duban.supervision.conclusions;

/** Where an objection stands (domain 2.4.5). */
enum ObjectionStatus {
    FILED,
    ACCEPTED,
    INADMISSIBLE,
    UPHELD,
    CHANGED,
    REVOKED;

    boolean isOpen() {
        return this == FILED || this == ACCEPTED;
    }
}
