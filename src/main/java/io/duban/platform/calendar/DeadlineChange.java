package io.duban.platform.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the date of a clock came to be another.
 *
 * @param changedAt when it was decided; of a suspension, when the clock went on
 * @param suspendedAt since when it had stood still; null for anything but a suspension
 * @param dueAfter equal to the date before when nothing had to be added
 * @param calendarVersion the calendar that was asked; null for what is no matter of the calendar
 */
public record DeadlineChange(
        Kind kind,
        Instant changedAt,
        @Nullable Instant suspendedAt,
        Instant dueBefore,
        Instant dueAfter,
        @Nullable String calendarVersion) {

    /** Why. */
    public enum Kind {
        /** An extension was granted. */
        EXTENDED,
        /** It stood still and went on. */
        SUSPENDED,
        /** It was put under another rule, as if it had run under it from the start. */
        REPLACED,
        /** The calendar of a year was loaded or corrected. */
        RECOMPUTED,
        /** The calendar would have made it earlier, and the office director said no. */
        KEPT
    }
}
