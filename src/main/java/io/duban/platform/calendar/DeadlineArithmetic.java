package io.duban.platform.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Counts periods: from a trigger forward to the due instant, and from there back to the warning. */
final class DeadlineArithmetic {

    private static final Duration SHORT_LEAD = Duration.ofHours(4);

    private final WorkCalendar calendar;
    private final WorkingTime working;

    DeadlineArithmetic(WorkCalendar calendar, OfficeHours hours) {
        this.calendar = calendar;
        this.working = new WorkingTime(calendar, hours);
    }

    Period from(Instant trigger, DeadlineRule rule) {
        return period(trigger, due(trigger, rule), rule);
    }

    /**
     * A co-handler's period: its share of the host's rule, and at least one working day before the host is due.
     *
     * @param trigger when the co-handler was asked, which may be later than the host
     */
    Period sharedFrom(Instant trigger, DeadlineRule hostRule, Instant hostTrigger, Instant hostDue) {
        DeadlineRule share = hostRule.share(WorkingTime.dayOf(hostTrigger));
        Instant latest = latestBefore(hostDue, trigger, hostRule);
        return period(trigger, WorkingTime.earlier(due(trigger, share), latest), share);
    }

    /** The district's own period: one working day inside the date somebody above has set. */
    Period inside(Instant outerDue, Instant trigger, DeadlineRule rule) {
        return period(trigger, latestBefore(outerDue, trigger, rule), rule.inner());
    }

    /**
     * A date moved on by the time a clock stood still, counted as the rule counts: working days, office hours, or days and hours of any kind.
     * As with a trigger, the day on which it was suspended does not count.
     */
    Instant lengthened(Instant due, Instant suspendedAt, Instant until, DeadlineRule rule) {
        if (!until.isAfter(suspendedAt)) {
            return due;
        }
        LocalDate from = WorkingTime.dayOf(suspendedAt);
        LocalDate to = WorkingTime.dayOf(until);
        return switch (rule.unit()) {
            case WORKING_DAY -> working.plusDays(due, calendar.workingDaysBetween(from, to));
            case NATURAL_DAY, NATURAL_MONTH ->
                from.equals(to) ? due : working.plusNaturalDays(due, ChronoUnit.DAYS.between(from, to));
            case WORKING_HOUR -> {
                Duration stood = working.between(suspendedAt, until);
                yield stood.isZero() ? due : working.plus(due, stood);
            }
            case NATURAL_HOUR, NATURAL_MINUTE -> due.plus(Duration.between(suspendedAt, until));
        };
    }

    /** When a clock that is overdue, and still is, becomes somebody else's concern. */
    Instant stillOverdue(Instant due, DeadlineRule rule) {
        return switch (rule.unit()) {
            case WORKING_DAY, NATURAL_DAY, NATURAL_MONTH -> working.plusDays(due, 1);
            case WORKING_HOUR -> working.plus(due, Duration.ofHours(1));
            case NATURAL_HOUR -> due.plus(Duration.ofHours(1));
            case NATURAL_MINUTE -> due.plus(Duration.ofMinutes(30));
        };
    }

    /** When the light of a clock with this date turns yellow. */
    Instant warning(Instant due, Instant trigger, DeadlineRule rule) {
        return WorkingTime.later(warn(due, rule), trigger);
    }

    private Instant due(Instant trigger, DeadlineRule rule) {
        LocalDate day = WorkingTime.dayOf(trigger);
        int amount = rule.amount();
        return switch (rule.unit()) {
            case WORKING_DAY -> working.end(calendar.after(day, amount), rule.cutOff());
            case NATURAL_DAY -> working.end(calendar.onOrAfter(day.plusDays(amount)), rule.cutOff());
            // plusMonths takes the last day of a shorter month, as the rule for months demands.
            case NATURAL_MONTH -> working.end(calendar.onOrAfter(day.plusMonths(amount)), rule.cutOff());
            case WORKING_HOUR -> working.plus(trigger, Duration.ofHours(amount));
            case NATURAL_HOUR -> trigger.plus(Duration.ofHours(amount));
            case NATURAL_MINUTE -> trigger.plus(Duration.ofMinutes(amount));
        };
    }

    private Instant warn(Instant due, DeadlineRule rule) {
        return switch (rule.unit()) {
            case WORKING_DAY, NATURAL_DAY, NATURAL_MONTH -> working.minusDays(due, rule.warnDays());
            case WORKING_HOUR -> working.minus(due, rule.warnTime());
            case NATURAL_HOUR, NATURAL_MINUTE -> due.minus(rule.warnTime());
        };
    }

    /**
     * One working day before another clock ends, or four working hours when that day is gone or there never was one. With
     * less time left than that, and for periods of hours, the other clock's end itself: nobody is late when asked.
     */
    private Instant latestBefore(Instant otherDue, Instant trigger, DeadlineRule rule) {
        if (!rule.unit().countsDays()) {
            return WorkingTime.later(otherDue, trigger);
        }
        Instant dayBefore = working.minusDays(otherDue, 1);
        if (dayBefore.isAfter(trigger) && !rule.isOneDay()) {
            return dayBefore;
        }
        Instant hoursBefore = working.minus(otherDue, SHORT_LEAD);
        return hoursBefore.isAfter(trigger) ? hoursBefore : WorkingTime.later(otherDue, trigger);
    }

    private Period period(Instant trigger, Instant due, DeadlineRule rule) {
        LocalDate asked = WorkingTime.dayOf(trigger);
        LocalDate first = rule.unit().countsDays() ? asked.plusDays(1) : asked;
        LocalDate ending = WorkingTime.dayEndingAt(due);
        LocalDate last = ending.isBefore(asked) ? asked : ending;
        return new Period(
                rule,
                due,
                warning(due, trigger, rule),
                calendar.versionOver(asked, last),
                rule.unit().usesCalendar() && calendar.isProvisional(first, last));
    }

    /** What a count came to. */
    record Period(DeadlineRule rule, Instant dueAt, Instant warnAt, String calendarVersion, boolean provisional) {

        /** Provisional also when what it rests on is. */
        Period or(boolean otherIsProvisional) {
            return new Period(rule, dueAt, warnAt, calendarVersion, provisional || otherIsProvisional);
        }
    }
}
