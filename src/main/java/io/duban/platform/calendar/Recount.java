package io.duban.platform.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an open clock when it is counted by another calendar, or when that was decided. It holds for the clock as it was seen, and for
 * no other.
 *
 * @param seenDueAt the date it had
 * @param seenVersion the calendar it was last counted by
 * @param kind what its history says of it; null when its date stays and there is nothing to say
 * @param calendarVersion what made its date
 * @param checkedVersion the calendar it is now counted by, where that did not make its date
 * @param shorter what the calendar would make of it, if the office director agrees
 */
public record Recount(
        UUID deadlineId,
        Instant seenDueAt,
        String seenVersion,
        DeadlineChange.@Nullable Kind kind,
        Instant dueAt,
        Instant warnAt,
        Instant originalDueAt,
        String calendarVersion,
        @Nullable String checkedVersion,
        boolean provisional,
        @Nullable Shorter shorter) {

    /**
     * An earlier date that waits for a decision.
     *
     * @param year whose calendar makes it earlier
     */
    public record Shorter(Instant dueAt, Instant warnAt, Instant originalDueAt, int year) {}

    /** Whether it was counted by another calendar than before. */
    public boolean isByAnotherCalendar() {
        return !seenVersion.equals(checkedVersion == null ? calendarVersion : checkedVersion);
    }
}
