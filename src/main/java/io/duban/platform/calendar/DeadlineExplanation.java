package io.duban.platform.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells in words a person can check with a wall calendar how a deadline came about.
 *
 * @param rule the rule as loaded; for a co-handler's or an inner deadline, the one it is taken from
 */
record DeadlineExplanation(
        Deadline deadline, DeadlineHistory history, DeadlineRule rule, WorkCalendar calendar, Wording wording) {

    /** How a clock uses its rule. */
    enum Kind {
        PLAIN,
        CO_HANDLER,
        INNER,
        GIVEN;

        static Kind of(String clockRule) {
            if (clockRule.endsWith(DeadlineRule.CO_HANDLER)) {
                return CO_HANDLER;
            }
            if (clockRule.endsWith(DeadlineRule.INNER)) {
                return INNER;
            }
            return clockRule.endsWith(DeadlineRule.GIVEN) ? GIVEN : PLAIN;
        }
    }

    List<String> steps() {
        List<String> steps = new ArrayList<>();
        steps.add(wording.basis(rule, kind()));
        steps.add(wording.trigger(deadline.triggerAt(), !rule.unit().countsDays()));
        days().filter(this::isRemarkable).map(this::remark).forEach(steps::add);
        provisionalYears().forEach(steps::add);
        steps.add(wording.due(deadline.calendarVersion(), deadline.originalDueAt()));
        history.changes().stream().map(wording::change).forEach(steps::add);
        if (history.suspendedAt() != null) {
            steps.add(wording.suspended(history.suspendedAt()));
        }
        if (!deadline.currentDueAt().equals(deadline.originalDueAt())) {
            steps.add(wording.dueNow(deadline.currentDueAt()));
        }
        String version = calendar.versionOver(asked(), lastDay());
        if (!version.equals(deadline.calendarVersion())) {
            steps.add(wording.otherCalendar(version));
        }
        return List.copyOf(steps);
    }

    /** The days whose kind mattered for the count. */
    private Stream<LocalDate> days() {
        if (kind() == Kind.INNER || kind() == Kind.GIVEN) {
            // Not counted forward: back from a date that somebody set, or not at all.
            return Stream.empty();
        }
        boolean shared = kind() == Kind.CO_HANDLER;
        return switch (rule.unit()) {
            case WORKING_DAY -> days(asked().plusDays(1));
            case WORKING_HOUR -> days(asked());
            case NATURAL_DAY ->
                days(asked().plusDays(shared ? rule.share(asked()).amount() : rule.amount()));
            // A co-handler's share of months depends on the host's trigger, which is not at hand.
            case NATURAL_MONTH -> shared ? Stream.empty() : days(asked().plusMonths(rule.amount()));
            case NATURAL_HOUR, NATURAL_MINUTE -> Stream.empty();
        };
    }

    private Stream<LocalDate> days(LocalDate from) {
        return lastDay().isBefore(from)
                ? Stream.empty()
                : from.datesUntil(lastDay().plusDays(1));
    }

    private boolean isRemarkable(LocalDate day) {
        return calendar.kindOf(day) != DayKind.ORDINARY;
    }

    private String remark(LocalDate day) {
        boolean countsWork = rule.unit() == DeadlineUnit.WORKING_DAY || rule.unit() == DeadlineUnit.WORKING_HOUR;
        return wording.remark(day, calendar.kindOf(day), countsWork);
    }

    private Stream<String> provisionalYears() {
        if (!deadline.provisional()) {
            return Stream.empty();
        }
        return asked().datesUntil(lastDay().plusDays(1))
                .map(LocalDate::getYear)
                .distinct()
                .filter(year -> !calendar.versions().containsKey(year))
                .map(wording::provisional);
    }

    private Kind kind() {
        return Kind.of(deadline.ruleId());
    }

    private LocalDate asked() {
        return WorkingTime.dayOf(deadline.triggerAt());
    }

    private LocalDate lastDay() {
        LocalDate last = WorkingTime.dayEndingAt(deadline.originalDueAt());
        return last.isBefore(asked()) ? asked() : last;
    }
}
