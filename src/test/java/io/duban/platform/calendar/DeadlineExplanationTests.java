package io.duban.platform.calendar;

import static io.duban.platform.calendar.Notices.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadlineExplanationTests {

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

        assertThat(new DeadlineExplanation(old, rule, revised).steps())
                .endsWith("按工作日历2026.1版，到期：2026年11月3日（周二）24:00", "调整后到期：2026年11月5日（周四）24:00", "以上逐日说明依据现行工作日历2026.2版");
    }

    @Test
    void saysThatAPersonSetTheDate() {
        DeadlineRule rule = Notices.rule(DeadlineUnit.WORKING_DAY, 10);
        Deadline given = deadline("2026-11-02T10:00", rule, null).given(at("2026-11-05T12:00"));

        assertThat(given.warnAt()).isEqualTo(at("2026-11-02T10:00"));
        assertThat(new DeadlineExplanation(given, rule, Notices.BOTH).steps())
                .containsExactly(
                        "办理，指定时限：由交办人指定，不按10个工作日计算（规则TEST第1版，依据：测试）",
                        "自2026年11月2日（周一）10:00起算，当日不计",
                        "按工作日历2026.1版，到期：2026年11月5日（周四）12:00");
        assertThatThrownBy(() -> given.given(at("2026-11-02T10:00"))).hasMessageContaining("E_GEN_VALIDATION");
    }

    private static List<String> explain(String trigger, DeadlineRule rule) {
        return new DeadlineExplanation(deadline(trigger, rule, null), rule, Notices.BOTH).steps();
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
