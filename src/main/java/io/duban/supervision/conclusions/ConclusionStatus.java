package io.duban.supervision.conclusions;

/** Where the writing of a conclusion stands. What becomes of it afterwards is said of each {@link ObjectFinding}. */
enum ConclusionStatus {
    DRAFT,
    PENDING_REVIEW,
    ISSUED
}
