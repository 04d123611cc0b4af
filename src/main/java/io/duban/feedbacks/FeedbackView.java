package io.duban.feedbacks;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Officer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint or suggestion as one reader sees it now.
 *
 * @param authorId null where he is not to know
 * @param legalActions what he himself may do with it
 */
record FeedbackView(
        Feedback feedback,
        Posted posted,
        List<FeedbackAnswer> answers,
        @Nullable UUID authorId,
        AlertLight light,
        List<String> legalActions) {

    static FeedbackView of(FeedbackFile file, Officer reader, Instant now) {
        return new FeedbackView(
                file.feedback(),
                file.feedback().posted(),
                file.answers(),
                file.showsAuthorTo(reader) ? file.feedback().authorId() : null,
                file.light(now),
                legal(file, reader));
    }

    private static List<String> legal(FeedbackFile file, Officer reader) {
        return Move.legal(List.of(FeedbackMove.values()), file.feedback().status(), reader).stream()
                .filter(move -> FeedbackMove.valueOf(move).isPosters() ? file.isAuthor(reader) : file.mayAnswer(reader))
                .toList();
    }
}
