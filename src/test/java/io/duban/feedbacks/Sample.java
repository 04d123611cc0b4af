package io.duban.feedbacks;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.identity.Officer;
import io.duban.support.Someone;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Complaints for tests that need no server. */
final class Sample {

    static final FeedbackVerdict SATISFIED = new FeedbackVerdict(FeedbackRating.SATISFIED, null);
    static final FeedbackVerdict DISSATISFIED = new FeedbackVerdict(FeedbackRating.DISSATISFIED, "没有回应问题");

    private Sample() {}

    static FeedbackFile file(FeedbackStatus status, Officer author) {
        return file(status, author, false);
    }

    /** As if it stood in this state, with the answers it must have had. */
    static FeedbackFile file(FeedbackStatus status, Officer author, boolean unnamed) {
        var words = new Posted(Posted.Kind.COMPLAINT, Posted.Area.BURDEN, "填报太多", unnamed);
        var posted = Feedback.of(UUID.randomUUID(), words, due(), Someone.sees(author, 0));
        var answers = IntStream.rangeClosed(1, rounds(status))
                .mapToObj(round -> FeedbackAnswer.of(posted.id(), round, "已改进", Someone.sees(author, 0)))
                .toList();
        return new FeedbackFile(
                new Feedback(
                        posted.id(),
                        posted.version(),
                        status,
                        posted.posted(),
                        posted.authorId(),
                        posted.byDirector(),
                        posted.postedAt(),
                        posted.changedAt(),
                        posted.dueAt(),
                        posted.warnAt()),
                List.copyOf(answers));
    }

    static Deadline due() {
        var due = Someone.NOW.plus(Duration.ofDays(7));
        return new Deadline(
                new UUID(1, 1),
                FeedbackFile.SUBJECT_TYPE,
                new UUID(1, 2),
                FeedbackFile.ANSWER,
                "FEEDBACK_ANSWER",
                1,
                "2026.1",
                Someone.NOW,
                due,
                due,
                due.minus(Duration.ofDays(1)),
                false);
    }

    private static int rounds(FeedbackStatus status) {
        return switch (status) {
            case POSTED -> 0;
            case ANSWERED, REOPENED, CLOSED -> 1;
            case ANSWERED_AGAIN -> 2;
        };
    }
}
