package io.duban.platform.clocks;

import io.duban.platform.calendar.DeadlineChange;
import io.duban.platform.calendar.Recount;
import java.time.Instant;
import java.util.UUID;

/**
 * A clock that a calendar would make shorter, until the office director has decided.
 *
 * @param title of its subject, as its last event gave it
 * @param checkedVersion the calendar that would do it
 */
record Shortening(
        UUID deadlineId,
        String subjectType,
        UUID subjectId,
        String title,
        String step,
        Instant dueAt,
        Instant warnAt,
        Instant originalDueAt,
        String calendarVersion,
        String checkedVersion,
        boolean provisional,
        Instant shorterDueAt,
        Instant shorterWarnAt,
        Instant shorterOriginalAt) {

    Recount accepted() {
        return new Recount(
                deadlineId,
                dueAt,
                checkedVersion,
                DeadlineChange.Kind.RECOMPUTED,
                shorterDueAt,
                shorterWarnAt,
                shorterOriginalAt,
                checkedVersion,
                null,
                provisional,
                null);
    }

    /** Its date stays; it is not asked again until the calendar changes once more. */
    Recount refused() {
        return new Recount(
                deadlineId,
                dueAt,
                checkedVersion,
                DeadlineChange.Kind.KEPT,
                dueAt,
                warnAt,
                originalDueAt,
                calendarVersion,
                checkedVersion,
                provisional,
                null);
    }
}
