package io.duban.supervision.notices;

/** Where a transfer stands. */
enum TransferStatus {
    PROPOSED,
    REJECTED,
    APPROVED,
    HANDED_OVER,
    RECEIVED
}
