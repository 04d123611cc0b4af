package io.duban.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.calendar.Arrangement.Holiday;
import io.duban.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A notice as data makes sense, or says where it does not. */
class ArrangementTests {

    private static final List<Holiday> OF_2026 = List.of(
            days("2026-01-01", "2026-01-03"),
            days("2026-02-15", "2026-02-23"),
            days("2026-04-04", "2026-04-06"),
            days("2026-05-01", "2026-05-05"),
            days("2026-06-19", "2026-06-21"),
            days("2026-09-25", "2026-09-27"),
            days("2026-10-01", "2026-10-07"));
    private static final List<LocalDate> WORK_OF_2026 = Stream.of(
                    "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")
            .map(LocalDate::parse)
            .toList();

    @Test
    void theYear2026Has248WorkingDays() {
        assertThat(Arrangement.of(2026, OF_2026, WORK_OF_2026).workingDays()).isEqualTo(248);
    }

    @Test
    void aYearWithoutNoticeIsSupposed() {
        var supposed = Arrangement.supposed(2031);
        assertThat(supposed.work()).isEmpty();
        assertThat(supposed.off())
                .containsExactlyInAnyOrder(
                        LocalDate.parse("2031-01-01"),
                        LocalDate.parse("2031-05-01"),
                        LocalDate.parse("2031-05-02"),
                        LocalDate.parse("2031-10-01"),
                        LocalDate.parse("2031-10-02"),
                        LocalDate.parse("2031-10-03"));
        assertThat(supposed.workingDays()).isEqualTo(261 - 6);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 2026-01-03, /off/7/first",
        "2026-12-31, 2027-01-03, /off/7/last",
        "2026-08-05, 2026-08-04, /off/7/last",
        "2026-02-23, 2026-02-24, /off/7",
        "2026-07-01, 2026-07-16, /off/7/last",
    })
    void aHolidayLiesInItsYearAndIsNamedOnce(String first, String last, String pointer) {
        var off = Stream.concat(OF_2026.stream(), Stream.of(days(first, last))).toList();
        refused(pointer, off, WORK_OF_2026);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-02, an other year",
        "2026-11-23, a Monday",
        "2026-10-03, off",
        "2026-10-10, named before",
    })
    void aWorkedDayIsAWeekendDayOfTheYearThatIsNotOff(String day, String what) {
        var work = Stream.concat(WORK_OF_2026.stream(), Stream.of(LocalDate.parse(day)))
                .toList();
        refused("/work/6", OF_2026, work);
    }

    @Test
    void noStatutoryDayIsMissing() {
        for (int missing : new int[] {0, 3, 6}) {
            var holiday = OF_2026.get(missing);
            var off = OF_2026.stream().filter(other -> other != holiday).toList();
            assertThatThrownBy(() -> Arrangement.of(2026, off, WORK_OF_2026))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.pointer()).isEqualTo("/off");
                        assertThat(refusal.reason(null))
                                .startsWith(holiday.first().toString());
                    });
        }
    }

    private static void refused(String pointer, List<Holiday> off, List<LocalDate> work) {
        assertThatThrownBy(() -> Arrangement.of(2026, off, work))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.pointer()).isEqualTo(pointer));
    }

    private static Holiday days(String first, String last) {
        return new Holiday(LocalDate.parse(first), LocalDate.parse(last));
    }
}
