package io.duban.feedbacks;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the office answered, and what the poster said to it, if he did.
 *
 * @param round 1, or 2 after it was reopened
 */
@Table("feedback_answer")
record FeedbackAnswer(
        @Id UUID id,
        long version,
        UUID feedbackId,
        int round,
        String text,
        UUID answeredById,
        Instant answeredAt,
        @Nullable FeedbackRating rating,
        @Nullable String ratingWords,
        @Nullable Instant ratedAt)
        implements Versioned {

    static FeedbackAnswer of(UUID feedbackId, int round, String text, Command command) {
        return new FeedbackAnswer(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                feedbackId,
                round,
                text,
                command.officer().id(),
                command.now(),
                null,
                null,
                null);
    }

    FeedbackAnswer rated(FeedbackVerdict verdict, Instant now) {
        return new FeedbackAnswer(
                id,
                version + 1,
                feedbackId,
                round,
                text,
                answeredById,
                answeredAt,
                verdict.rating(),
                verdict.words(),
                now);
    }
}
