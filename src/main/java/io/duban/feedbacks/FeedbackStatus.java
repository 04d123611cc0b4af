package io.duban.feedbacks;

/** Where a complaint or suggestion stands (domain A.13). Its RATED is no state to rest in: a rating closes or reopens at once. */
enum FeedbackStatus {
    POSTED,
    ANSWERED,
    REOPENED,
    ANSWERED_AGAIN,
    CLOSED;

    /** Whether the office owes an answer. */
    boolean awaitsAnswer() {
        return this == POSTED || this == REOPENED;
    }
}
