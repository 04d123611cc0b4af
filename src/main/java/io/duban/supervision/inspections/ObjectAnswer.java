package io.duban.supervision.inspections;

import io.duban.platform.calendar.Deadline;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the inspected unit says to the record, and until when it may. Silence is no consent: then there is no {@code answeredAt}, for ever.
 *
 * @param answerWords its own words; its reasons when it disagrees
 */
record ObjectAnswer(
        @Nullable Instant answerDueAt,
        @Nullable Instant answerWarnAt,
        @Nullable UUID answeredById,
        @Nullable Instant answeredAt,
        @Nullable String answerWords) {

    static final ObjectAnswer NONE = new ObjectAnswer(null, null, null, null, null);

    static ObjectAnswer awaited(Deadline by) {
        return new ObjectAnswer(by.currentDueAt(), by.warnAt(), null, null, null);
    }

    ObjectAnswer given(UUID by, @Nullable String words, Instant now) {
        return new ObjectAnswer(answerDueAt, answerWarnAt, by, now, words);
    }

    /** An inspection recorded before units were asked has no date: theirs is past. */
    boolean isOverdue(Instant now) {
        return answeredAt == null && (answerDueAt == null || now.isAfter(answerDueAt));
    }
}
