package io.duban.feedbacks;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Role;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A complaint or suggestion (投诉建议) as it stands.
 *
 * @param byDirector the author was the office director when he posted it
 * @param dueAt of the clock that runs, or ran last
 */
@Table("feedback")
record Feedback(
        @Id UUID id,
        long version,
        FeedbackStatus status,
        @Embedded.Empty Posted posted,
        UUID authorId,
        boolean byDirector,
        Instant postedAt,
        Instant changedAt,
        Instant dueAt,
        Instant warnAt)
        implements Versioned {

    static Feedback of(UUID id, Posted posted, Deadline due, Command command) {
        return new Feedback(
                id,
                1,
                FeedbackStatus.POSTED,
                posted,
                command.officer().id(),
                command.officer().has(Role.OFFICE_DIRECTOR),
                command.now(),
                command.now(),
                due.currentDueAt(),
                due.warnAt());
    }

    Feedback after(FeedbackMove move, Instant now) {
        return next(move, now, dueAt, warnAt);
    }

    /** As {@link #after}, with a new clock. */
    Feedback after(FeedbackMove move, Instant now, Deadline due) {
        return next(move, now, due.currentDueAt(), due.warnAt());
    }

    private Feedback next(FeedbackMove move, Instant now, Instant due, Instant warn) {
        return new Feedback(id, version + 1, move.to(), posted, authorId, byDirector, postedAt, now, due, warn);
    }
}
