package io.duban.platform.calendar;

import static io.duban.platform.calendar.Notices.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.calendar.DeadlineChange.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineExplanationTests {

    private static final DeadlineHistory HISTORY = new DeadlineHistory(
            at("2026-11-09T09:00"),
            List.of(
                    change(Kind.EXTENDED, "2026-11-03T09:00", null, "2026-11-03T24:00", "2026-11-05T24:00", null),
                    change(
                            Kind.SUSPENDED,
                            "2026-11-06T09:00",
                            at("2026-11-04T09:00"),
                            "2026-11-05T24:00",
                            "2026-11-09T24:00",
                            null),
                    change(Kind.RECOMPUTED, "2026-11-07T09:00", null, "2026-11-09T24:00", "2026-11-10T24:00", "2026.2"),
                    change(Kind.KEPT, "2026-11-08T09:00", null, "2026-11-10T24:00", "2026-11-10T24:00", "2026.3")));

    private static DeadlineChange change(
            Kind kind, String at, @Nullable Instant since, String before, String after, @Nullable String version) {
        return new DeadlineChange(kind, at(at), since, at(before), at(after), version);
    }

    private static List<String> steps(Deadline deadline, DeadlineHistory history, DeadlineRule rule, Locale locale) {
        return new DeadlineExplanation(deadline, history, rule, Notices.BOTH, Wording.of(locale)).steps();
    }

    @Test
    void namesOnlyTheRollOfAPeriodInMonths() {
        assertThat(explain("2026-07-03T10:00", Notices.rule(DeadlineUnit.NATURAL_MONTH, 3)))
                .containsExactly(
                        "办理时限3个月（规则TEST第1版，依据：测试）",
                        "自2026年7月3日（周五）10:00起算，当日不计",
                        "2026年10月3日（周六）放假，顺延",
                        "2026年10月4日（周日）放假，顺延",
                        "2026年10月5日（周一）放假，顺延",
                        "2026年10月6日（周二）放假，顺延",
                        "2026年10月7日（周三）放假，顺延",
                        "按工作日历2026.1版，到期：2026年10月8日（周四）24:00");
    }

    @Test
    void saysWhichYearIsOnlySupposed() {
        assertThat(explain("2026-12-31T10:00", Notices.rule(DeadlineUnit.WORKING_DAY, 1)))
                .contains("2027年1月1日（周五）法定节日，不计", "2027年放假安排尚未载入，暂按周末和法定节日推算，载入后重新计算")
                .endsWith("按工作日历2026.1+2027.0版，到期：2027年1月4日（周一）24:00");
    }

    @Test
    void namesTheDaysAClosedOfficeSkips() {
        assertThat(explain("2026-11-20T16:30", Notices.rule(DeadlineUnit.WORKING_HOUR, 2)))
                .containsExactly(
                        "办理时限2个工作小时（规则TEST第1版，依据：测试）",
                        "自2026年11月20日（周五）16:30起算",
                        "2026年11月21日（周六）周末，不计",
                        "2026年11月22日（周日）周末，不计",
                        "按工作日历2026.1版，到期：2026年11月23日（周一）09:30");
    }

    @Test
    void admitsThatTheCalendarHasChangedAndTheDateWasMoved() {
        DeadlineRule rule = Notices.rule(DeadlineUnit.WORKING_DAY, 1);
        Deadline old = deadline("2026-11-02T10:00", rule, at("2026-11-05T24:00"));
        var revised = new WorkCalendar(Notices.BOTH.marks(), Map.of(2026, "2026.2"));

        assertThat(steps(old, rule, revised))
                .endsWith("按工作日历2026.1版，到期：2026年11月3日（周二）24:00", "调整后到期：2026年11月5日（周四）24:00", "以上逐日说明依据现行工作日历2026.2版");
    }

    @Test
    void saysThatAPersonSetTheDate() {
        DeadlineRule rule = Notices.rule(DeadlineUnit.WORKING_DAY, 10);
        Deadline given = deadline("2026-11-02T10:00", rule, null).given(at("2026-11-05T12:00"));

        assertThat(given.warnAt()).isEqualTo(at("2026-11-02T10:00"));
        assertThat(steps(given, rule, Notices.BOTH))
                .containsExactly(
                        "办理，指定时限：由交办人指定，不按10个工作日计算（规则TEST第1版，依据：测试）",
                        "自2026年11月2日（周一）10:00起算，当日不计",
                        "按工作日历2026.1版，到期：2026年11月5日（周四）12:00");
        assertThatThrownBy(() -> given.given(at("2026-11-02T10:00"))).hasMessageContaining("E_GEN_VALIDATION");
    }

    @Test
    void tellsExtensionsSuspensionsAndRecomputationsInTheirOrder() {
        DeadlineRule rule = Notices.rule(DeadlineUnit.WORKING_DAY, 1);
        Deadline moved = deadline("2026-11-02T10:00", rule, at("2026-11-10T24:00"));

        assertThat(steps(moved, HISTORY, rule, Locale.CHINA))
                .endsWith(
                        "按工作日历2026.1版，到期：2026年11月3日（周二）24:00",
                        "2026年11月3日（周二）09:00批准延期：到期由2026年11月3日（周二）24:00改为2026年11月5日（周四）24:00",
                        "自2026年11月4日（周三）09:00至2026年11月6日（周五）09:00中止计时，中止的时间加回：到期由2026年11月5日（周四）24:00顺延至2026年11月9日（周一）24:00",
                        "2026年11月7日（周六）09:00按工作日历2026.2版重新计算：到期由2026年11月9日（周一）24:00改为2026年11月10日（周二）24:00",
                        "2026年11月8日（周日）09:00工作日历2026.3版会使到期提前，办公室主任决定不提前：到期仍为2026年11月10日（周二）24:00",
                        "自2026年11月9日（周一）09:00起中止计时，尚未恢复",
                        "调整后到期：2026年11月10日（周二）24:00");
        assertThat(steps(moved, HISTORY, rule, Locale.ENGLISH))
                .containsExactly(
                        "办理: 1 working day (rule TEST, version 1, from: 测试)",
                        "Counted from Mon 2026-11-02 10:00, without that day",
                        "By calendar 2026.1, due: Tue 2026-11-03 24:00",
                        "Extended on Tue 2026-11-03 09:00: due Thu 2026-11-05 24:00 instead of Tue 2026-11-03 24:00",
                        "Suspended from Wed 2026-11-04 09:00 to Fri 2026-11-06 09:00: that time is added, due Mon 2026-11-09 24:00 instead of Thu 2026-11-05 24:00",
                        "Counted again by calendar 2026.2 on Sat 2026-11-07 09:00: due Tue 2026-11-10 24:00 instead of Mon 2026-11-09 24:00",
                        "Calendar 2026.3 would make it earlier; the office director decided on Sun 2026-11-08 09:00 that it stays: due Tue 2026-11-10 24:00",
                        "Suspended since Mon 2026-11-09 09:00, and not yet resumed",
                        "Due now: Tue 2026-11-10 24:00");
    }

    private static List<String> explain(String trigger, DeadlineRule rule) {
        return steps(deadline(trigger, rule, null), rule, Notices.BOTH);
    }

    private static List<String> steps(Deadline deadline, DeadlineRule rule, WorkCalendar calendar) {
        return new DeadlineExplanation(deadline, DeadlineHistory.NONE, rule, calendar, Wording.of(null)).steps();
    }

    private static Deadline deadline(String trigger, DeadlineRule rule, Instant movedTo) {
        var period = Notices.ARITHMETIC.from(at(trigger), rule);
        return new Deadline(
                new UUID(0, 1),
                "Test",
                new UUID(0, 2),
                "handle",
                rule.ruleId(),
                rule.version(),
                period.calendarVersion(),
                at(trigger),
                period.dueAt(),
                movedTo == null ? period.dueAt() : movedTo,
                period.warnAt(),
                period.provisional());
    }
}
