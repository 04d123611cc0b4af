package io.duban.platform.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * One clock as it was started, with the versions of the rule and of the calendar that made it: the columns of the row the
 * business writes into {@code deadline} in its own statement.
 *
 * @param subjectType the kind of thing that is timed, such as {@code hotline.ticket}
 * @param step which of the subject's clocks this is, in the words of the business
 * @param ruleId the rule; {@code <rule>/CO} is a co-handler's share of it, {@code <rule>/INNER} the district's own date
 *     before an outer one
 * @param calendarVersion one version for each year the clock runs through, such as {@code 2026.1+2027.0}; version 0 is a
 *     year without notice
 * @param triggerAt from when the clock runs
 * @param originalDueAt never changes; the statistics need it beside the current one
 * @param currentDueAt after extensions; equal to the original at the start
 * @param warnAt when the light turns yellow; never before the trigger
 * @param provisional it was counted through a year whose notice was not loaded, and is to be counted again when it is
 */
public record Deadline(
        UUID id,
        String subjectType,
        UUID subjectId,
        String step,
        String ruleId,
        int ruleVersion,
        String calendarVersion,
        Instant triggerAt,
        Instant originalDueAt,
        Instant currentDueAt,
        Instant warnAt,
        boolean provisional) {}
