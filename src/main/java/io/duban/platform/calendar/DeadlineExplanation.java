package io.duban.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells in words a person can check with a wall calendar how a deadline came about.
 *
 * @param rule the rule as loaded; for a co-handler's or an inner deadline, the one it is taken from
 */
record DeadlineExplanation(Deadline deadline, DeadlineRule rule, WorkCalendar calendar) {

    private static final List<String> WEEKDAYS = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");

    List<String> steps() {
        List<String> steps = new ArrayList<>();
        steps.add(basis());
        steps.add("自" + moment(deadline.triggerAt()) + "起算" + (rule.unit().countsDays() ? "，当日不计" : ""));
        days().filter(this::isRemarkable).map(this::remark).forEach(steps::add);
        provisionalYears().forEach(steps::add);
        steps.add("按工作日历" + deadline.calendarVersion() + "版，到期：" + end(deadline.originalDueAt()));
        if (!deadline.currentDueAt().equals(deadline.originalDueAt())) {
            steps.add("调整后到期：" + end(deadline.currentDueAt()));
        }
        String version = calendar.versionOver(asked(), lastDay());
        if (!version.equals(deadline.calendarVersion())) {
            steps.add("以上逐日说明依据现行工作日历" + version + "版");
        }
        return List.copyOf(steps);
    }

    private String basis() {
        String period = rule.amount() + rule.unit().label();
        String source = "（规则" + rule.ruleId() + "第" + rule.version() + "版，依据：" + rule.basis() + "）";
        if (isCoHandler()) {
            return rule.step() + "，协办时限：主办时限" + period + "的60%，并早于主办到期" + source;
        }
        if (isInner()) {
            return rule.step() + "，内部时限：早于上级规定的到期时间" + source;
        }
        if (isGiven()) {
            return rule.step() + "，指定时限：由交办人指定，不按" + period + "计算" + source;
        }
        return rule.step() + "时限" + period + source;
    }

    /** The days whose kind mattered for the count. */
    private Stream<LocalDate> days() {
        if (isInner() || isGiven()) {
            // Not counted forward: back from a date that the deadline does not carry, or not at all.
            return Stream.empty();
        }
        return switch (rule.unit()) {
            case WORKING_DAY -> days(asked().plusDays(1));
            case WORKING_HOUR -> days(asked());
            case NATURAL_DAY ->
                days(asked().plusDays(isCoHandler() ? rule.share(asked()).amount() : rule.amount()));
            // A co-handler's share of months depends on the host's trigger, which is not at hand.
            case NATURAL_MONTH -> isCoHandler() ? Stream.empty() : days(asked().plusMonths(rule.amount()));
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
        DayKind kind = calendar.kindOf(day);
        boolean countsWork = rule.unit() == DeadlineUnit.WORKING_DAY || rule.unit() == DeadlineUnit.WORKING_HOUR;
        String skipped = countsWork ? "，不计" : "，顺延";
        return date(day) + kind.label() + (kind.isWorking() ? "，计为工作日" : skipped);
    }

    private Stream<String> provisionalYears() {
        if (!deadline.provisional()) {
            return Stream.empty();
        }
        return asked().datesUntil(lastDay().plusDays(1))
                .map(LocalDate::getYear)
                .distinct()
                .filter(year -> !calendar.versions().containsKey(year))
                .map(year -> year + "年放假安排尚未载入，暂按周末和法定节日推算，载入后重新计算");
    }

    private boolean isCoHandler() {
        return deadline.ruleId().endsWith(DeadlineRule.CO_HANDLER);
    }

    private boolean isInner() {
        return deadline.ruleId().endsWith(DeadlineRule.INNER);
    }

    private boolean isGiven() {
        return deadline.ruleId().endsWith(DeadlineRule.GIVEN);
    }

    private LocalDate asked() {
        return WorkingTime.dayOf(deadline.triggerAt());
    }

    private LocalDate lastDay() {
        LocalDate last = WorkingTime.dayEndingAt(deadline.originalDueAt());
        return last.isBefore(asked()) ? asked() : last;
    }

    private static String end(Instant due) {
        boolean midnight = LocalTime.ofInstant(due, WorkCalendar.ZONE).equals(LocalTime.MIDNIGHT);
        return midnight ? date(WorkingTime.dayEndingAt(due)) + "24:00" : moment(due);
    }

    private static String moment(Instant instant) {
        LocalTime time = LocalTime.ofInstant(instant, WorkCalendar.ZONE);
        return date(WorkingTime.dayOf(instant)) + "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    private static String date(LocalDate day) {
        String weekday = WEEKDAYS.get(day.getDayOfWeek().ordinal());
        return "%d年%d月%d日（%s）".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), weekday);
    }
}
