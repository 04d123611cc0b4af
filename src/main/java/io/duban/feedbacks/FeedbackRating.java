package io.duban.feedbacks;

/** Whether an answer satisfied who had posted; shown with it and counted nowhere. */
enum FeedbackRating {
    SATISFIED,
    DISSATISFIED
}
