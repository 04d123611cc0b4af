package io.duban.supervision.notices;

/** Where a chase letter stands. */
enum ChaseLetterStatus {
    PROPOSED,
    REJECTED,
    ISSUED,
    SIGNED_FOR
}
