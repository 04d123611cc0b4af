package io.duban.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A clock that stands still. */
record SuspendedClock(
        UUID id,
        UUID subjectId,
        String step,
        String ruleId,
        int ruleVersion,
        Instant triggerAt,
        Instant currentDueAt,
        Instant suspendedAt,
        String calendarVersion,
        boolean provisional) {

    Continuation goesOn(Instant now, Edition edition) {
        var rule = edition.ruleOf(ruleId, ruleVersion);
        var due = edition.arithmetic().lengthened(currentDueAt, suspendedAt, now, rule);
        LocalDate asked = WorkingTime.dayOf(triggerAt);
        LocalDate ending = WorkingTime.dayEndingAt(due);
        LocalDate last = ending.isBefore(asked) ? asked : ending;
        String version = edition.calendar().versionOver(asked, last);
        // Where the calendar is another one by now, the clock is to be counted anew by it, and must still say that it
        // was not.
        boolean longer = (version + "+").startsWith(calendarVersion + "+");
        return new Continuation(
                id,
                subjectId,
                step,
                suspendedAt,
                now,
                currentDueAt,
                due,
                edition.arithmetic().warning(due, triggerAt, rule),
                longer ? version : calendarVersion,
                provisional
                        || longer
                                && rule.unit().usesCalendar()
                                && edition.calendar().isProvisional(asked, last));
    }
}
