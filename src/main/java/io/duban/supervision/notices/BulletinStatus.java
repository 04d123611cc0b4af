package io.duban.supervision.notices;

/** Where a bulletin stands. CORRECTED and WITHDRAWN say that a later bulletin, with a number of its own, took its place. */
enum BulletinStatus {
    DRAFT,
    PENDING_DIRECTOR,
    HEARING,
    SIGNED,
    ISSUED,
    CORRECTED,
    WITHDRAWN,
    CANCELLED
}
