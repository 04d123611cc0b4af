package io.duban.supervision.notices;

/** Where a card stands. WITHDRAWN stays in the log and counts nowhere. */
enum CardStatus {
    PROPOSED,
    REJECTED,
    ISSUED,
    OBJECTED,
    UPHELD,
    WITHDRAWN
}
