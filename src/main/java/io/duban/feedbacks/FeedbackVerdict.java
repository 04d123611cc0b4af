package io.duban.feedbacks;

import org.jspecify.annotations.Nullable;

/** What the poster says of an answer. */
record FeedbackVerdict(FeedbackRating rating, @Nullable String words) {}
