package io.duban.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTests {

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void countsTwoHundredAndFortyEightWorkingDaysInEachLoadedYear(int year) {
        assertThat(Notices.BOTH.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(248);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-01", "2028-05-01", "2028-05-02", "2029-10-01", "2029-10-02", "2029-10-03"})
    void keepsTheStatutoryDaysOffInYearsWithoutNotice(String day) {
        LocalDate date = LocalDate.parse(day);

        assertThat(Notices.BOTH.kindOf(date)).isEqualTo(DayKind.STATUTORY);
        assertThat(Notices.BOTH.isWorking(date)).isFalse();
        assertThat(Notices.BOTH.isProvisional(date, date)).isTrue();
    }

    @Test
    void believesTheNoticeRatherThanTheFixedDays() {
        assertThat(Notices.BOTH.isWorking(LocalDate.parse("2026-09-20"))).isTrue();
        assertThat(Notices.BOTH.isWorking(LocalDate.parse("2026-09-25"))).isFalse();
        assertThat(Notices.BOTH.isProvisional(LocalDate.parse("2025-01-01"), LocalDate.parse("2026-12-31")))
                .isFalse();
    }

    @Test
    void namesTheVersionOfEachYearItRunsThrough() {
        assertThat(Notices.BOTH.versionOver(LocalDate.parse("2025-12-31"), LocalDate.parse("2027-01-01")))
                .isEqualTo("2025.1+2026.1+2027.0");
    }
}
