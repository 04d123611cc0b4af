package io.duban.platform.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * How a suspended clock goes on.
 *
 * @param suspendedAt since when it stood still
 * @param at when it goes on
 * @param dueAt the date with the suspended time added; never earlier than before
 * @param seenDueAt the date it had
 * @param warnAt when the light turns yellow
 * @param calendarVersion of all years it runs through now
 */
public record Continuation(
        UUID deadlineId,
        UUID subjectId,
        String step,
        Instant suspendedAt,
        Instant at,
        Instant seenDueAt,
        Instant dueAt,
        Instant warnAt,
        String calendarVersion,
        boolean provisional) {}
