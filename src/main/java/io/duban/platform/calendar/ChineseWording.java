package io.duban.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** As the office would write it. */
final class ChineseWording implements Wording {

    private static final List<String> WEEKDAYS = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");

    @Override
    public String basis(DeadlineRule rule, DeadlineExplanation.Kind kind) {
        String period = rule.amount() + rule.unit().label();
        String source = "（规则" + rule.ruleId() + "第" + rule.version() + "版，依据：" + rule.basis() + "）";
        return rule.step()
                + switch (kind) {
                    case CO_HANDLER -> "，协办时限：主办时限" + period + "的60%，并早于主办到期";
                    case INNER -> "，内部时限：早于上级规定的到期时间";
                    case GIVEN -> "，指定时限：由交办人指定，不按" + period + "计算";
                    case PLAIN -> "时限" + period;
                }
                + source;
    }

    @Override
    public String trigger(Instant at, boolean dayCounts) {
        return "自" + moment(at) + "起算" + (dayCounts ? "" : "，当日不计");
    }

    @Override
    public String remark(LocalDate day, DayKind kind, boolean countsWork) {
        String skipped = countsWork ? "，不计" : "，顺延";
        return date(day) + kind.label() + (kind.isWorking() ? "，计为工作日" : skipped);
    }

    @Override
    public String provisional(int year) {
        return year + "年放假安排尚未载入，暂按周末和法定节日推算，载入后重新计算";
    }

    @Override
    public String due(String calendarVersion, Instant at) {
        return "按工作日历" + calendarVersion + "版，到期：" + end(at);
    }

    @Override
    public String change(DeadlineChange change) {
        String at = moment(change.changedAt());
        String before = end(change.dueBefore());
        String after = end(change.dueAfter());
        return switch (change.kind()) {
            case EXTENDED -> at + "批准延期：到期由" + before + "改为" + after;
            case SUSPENDED ->
                "自" + (change.suspendedAt() == null ? at : moment(change.suspendedAt())) + "至" + at + "中止计时，"
                        + (before.equals(after) ? "其间不含应计时间，到期不变" : "中止的时间加回：到期由" + before + "顺延至" + after);
            case REPLACED -> at + "改按本规则计时：到期由" + before + "改为" + after;
            case RECOMPUTED -> at + "按工作日历" + change.calendarVersion() + "版重新计算：到期由" + before + "改为" + after;
            case KEPT -> at + "工作日历" + change.calendarVersion() + "版会使到期提前，办公室主任决定不提前：到期仍为" + after;
        };
    }

    @Override
    public String suspended(Instant since) {
        return "自" + moment(since) + "起中止计时，尚未恢复";
    }

    @Override
    public String dueNow(Instant at) {
        return "调整后到期：" + end(at);
    }

    @Override
    public String otherCalendar(String version) {
        return "以上逐日说明依据现行工作日历" + version + "版";
    }

    @Override
    public String date(LocalDate day) {
        String weekday = WEEKDAYS.get(day.getDayOfWeek().ordinal());
        return "%d年%d月%d日（%s）".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), weekday);
    }

    @Override
    public String join(String date, String time) {
        return date + time;
    }
}
