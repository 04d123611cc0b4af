package io.duban.supervision.notices;

/** Where a talk notice stands. */
enum TalkStatus {
    PROPOSED,
    REJECTED,
    ISSUED,
    SIGNED_FOR,
    RECORDED
}
