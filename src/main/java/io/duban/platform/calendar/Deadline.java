package io.duban.platform.calendar;

import io.duban.platform.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One clock as it was started, with the versions of the rule and of the calendar that made it: the columns of the row the
 * business writes into {@code deadline} in its own statement.
 *
 * @param subjectType the kind of thing that is timed, such as {@code hotline.ticket}
 * @param step which of the subject's clocks this is, in the words of the business
 * @param ruleId the rule; {@code <rule>/CO} is a co-handler's share of it, {@code <rule>/INNER} the district's own date
 *     before an outer one, {@code <rule>/GIVEN} a date that a person set
 * @param calendarVersion one version for each year the clock runs through, such as {@code 2026.1+2027.0}; version 0 is a
 *     year without notice
 * @param triggerAt from when the clock runs
 * @param originalDueAt what the rule gives by the calendar, without extensions and suspensions; the statistics need it beside the current one
 * @param currentDueAt after extensions and suspensions; equal to the original at the start
 * @param warnAt when the light turns yellow; never before the trigger
 * @param provisional it was counted through a year whose notice was not loaded, and is to be counted again when it is
 * @param hostId the host's clock that a co-handler's is a share of; null for any other
 * @param outerDueAt the date set from above that an inner clock lies inside of; null for any other
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
        boolean provisional,
        @Nullable UUID hostId,
        @Nullable Instant outerDueAt) {

    /** A clock that rests on no other date. */
    public Deadline(
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
            boolean provisional) {
        this(
                id,
                subjectType,
                subjectId,
                step,
                ruleId,
                ruleVersion,
                calendarVersion,
                triggerAt,
                originalDueAt,
                currentDueAt,
                warnAt,
                provisional,
                null,
                null);
    }

    /**
     * The same clock, due when a person said so: a leader's own date goes before the rule's (domain 2.3). The light turns yellow as long before
     * it as the rule would have it.
     *
     * @throws Refusal {@code E_GEN_VALIDATION} at {@code /dueAt} for a date that is past
     */
    public Deadline given(Instant date) {
        if (!date.isAfter(triggerAt)) {
            throw Refusal.invalid("/dueAt", "时限须晚于现在。", "The date must lie ahead.");
        }
        var warn = date.minus(Duration.between(warnAt, currentDueAt));
        return new Deadline(
                id,
                subjectType,
                subjectId,
                step,
                DeadlineRule.given(ruleId),
                ruleVersion,
                calendarVersion,
                triggerAt,
                date,
                date,
                warn.isBefore(triggerAt) ? triggerAt : warn,
                false);
    }
}
