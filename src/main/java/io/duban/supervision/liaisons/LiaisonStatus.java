package io.duban.supervision.liaisons;

/** Where a naming stands. */
enum LiaisonStatus {
    NAMED,
    REPLACED,
    ENDED
}
