package io.duban.platform.calendar;

import static io.duban.platform.calendar.Notices.ARITHMETIC;
import static io.duban.platform.calendar.Notices.at;
import static io.duban.platform.calendar.Notices.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineArithmeticTests {

    // The trigger of the examples that give only a day is taken at 10:00: it must not matter.
    @ParameterizedTest
    @CsvSource({
        "2026-09-18T16:00,  5, WORKING_DAY,    2026-09-24T24:00, false",
        "2026-09-24T10:00,  1, WORKING_DAY,    2026-09-28T24:00, false",
        "2026-09-30T10:00,  5, WORKING_DAY,    2026-10-13T24:00, false",
        "2026-02-13T10:00,  3, WORKING_DAY,    2026-02-25T24:00, false",
        "2026-05-08T10:00,  2, WORKING_DAY,    2026-05-11T24:00, false",
        "2026-09-19T10:00,  1, WORKING_DAY,    2026-09-20T24:00, false",
        "2026-11-23T10:00,  5, WORKING_DAY,    2026-11-30T24:00, false",
        "2026-11-20T16:30,  2, WORKING_HOUR,   2026-11-23T09:30, false",
        "2026-11-23T11:00,  4, WORKING_HOUR,   2026-11-23T17:30, false",
        "2026-11-21T20:00,  2, WORKING_HOUR,   2026-11-23T10:30, false",
        "2026-11-21T23:50, 30, NATURAL_MINUTE, 2026-11-22T00:20, false",
        "2026-07-03T10:00,  3, NATURAL_MONTH,  2026-10-08T24:00, false",
        "2026-06-25T10:00,  3, NATURAL_MONTH,  2026-09-28T24:00, false",
        "2026-11-30T10:00,  3, NATURAL_MONTH,  2027-03-01T24:00, true",
    })
    void agreesWithTheWorkedExamples(String trigger, int amount, DeadlineUnit unit, String due, boolean provisional) {
        var period = ARITHMETIC.from(at(trigger), rule(unit, amount));

        assertThat(period.dueAt()).isEqualTo(at(due));
        assertThat(period.provisional()).isEqualTo(provisional);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T10:00,  1, NATURAL_MONTH, 2026-02-28T24:00, a short month ends on its last day which is made up",
        "2025-12-31T10:00,  1, NATURAL_MONTH, 2026-02-02T24:00, 31 January 2026 is a Saturday",
        "2024-01-31T10:00,  1, NATURAL_MONTH, 2024-02-29T24:00, a leap day",
        "2027-11-30T10:00,  3, NATURAL_MONTH, 2028-02-29T24:00, a leap day in another year",
        "2026-05-31T10:00,  1, NATURAL_MONTH, 2026-06-30T24:00, no 31 June",
        "2026-12-31T10:00,  1, WORKING_DAY,   2027-01-04T24:00, 1 January 2027 is off without any notice",
        "2026-09-18T00:00,  1, WORKING_DAY,   2026-09-20T24:00, midnight belongs to the day it begins",
        "2026-09-18T23:59,  1, WORKING_DAY,   2026-09-20T24:00, the evening is still that day",
        "2026-09-18T10:00,  7, NATURAL_DAY,   2026-09-28T24:00, the last day is off and gives way",
        "2026-09-18T10:00,  2, NATURAL_DAY,   2026-09-20T24:00, a made-up day is a day to be due on",
        "2026-11-23T12:00,  1, WORKING_HOUR,  2026-11-23T15:30, nothing runs at lunch",
        "2026-11-23T08:30,  4, WORKING_HOUR,  2026-11-23T15:00, across lunch",
        "2026-11-23T17:30,  1, WORKING_HOUR,  2026-11-24T09:30, the closed office begins tomorrow",
        "2026-09-24T17:00,  1, WORKING_HOUR,  2026-09-28T09:00, over a holiday",
        "2026-12-31T23:00, 24, NATURAL_HOUR,  2027-01-01T23:00, natural hours ask no calendar",
    })
    void countsAtTheEdges(String trigger, int amount, DeadlineUnit unit, String due, String why) {
        assertThat(ARITHMETIC.from(at(trigger), rule(unit, amount)).dueAt())
                .as(why)
                .isEqualTo(at(due));
    }

    @Test
    void endsAtOfficeCloseWhereTheRuleSaysSo() {
        var period = ARITHMETIC.from(at("2026-09-24T10:00"), rule(DeadlineUnit.WORKING_DAY, 3, CutOff.OFFICE_CLOSE));

        assertThat(period.dueAt()).isEqualTo(at("2026-09-30T17:30"));
        assertThat(period.warnAt()).isEqualTo(at("2026-09-29T17:30"));
    }

    @Test
    void isProvisionalOnlyWhereAYearWithoutNoticeWasAsked() {
        var hours = ARITHMETIC.from(at("2026-12-31T23:00"), rule(DeadlineUnit.NATURAL_HOUR, 24));
        var days = ARITHMETIC.from(at("2026-12-31T23:00"), rule(DeadlineUnit.WORKING_DAY, 1));

        assertThat(hours.provisional()).isFalse();
        assertThat(days.provisional()).isTrue();
        assertThat(days.calendarVersion()).isEqualTo("2026.1+2027.0");
    }

    // Triggered on Monday 2 November 2026, a month without holidays.
    @ParameterizedTest
    @CsvSource({
        " 1, WORKING_DAY,    2026-11-02T24:00",
        " 5, WORKING_DAY,    2026-11-06T24:00",
        " 6, WORKING_DAY,    2026-11-06T24:00",
        "15, WORKING_DAY,    2026-11-19T24:00",
        "16, WORKING_DAY,    2026-11-17T24:00",
        " 5, NATURAL_DAY,    2026-11-06T24:00",
        " 7, NATURAL_DAY,    2026-11-05T24:00",
        "30, NATURAL_DAY,    2026-11-25T24:00",
        " 1, NATURAL_MONTH,  2026-11-25T24:00",
        " 1, WORKING_HOUR,   2026-11-02T10:50",
        " 2, WORKING_HOUR,   2026-11-02T11:30",
        " 1, NATURAL_HOUR,   2026-11-02T10:50",
        " 2, NATURAL_HOUR,   2026-11-02T11:30",
        "30, NATURAL_MINUTE, 2026-11-02T10:20",
        "60, NATURAL_MINUTE, 2026-11-02T10:50",
        "61, NATURAL_MINUTE, 2026-11-02T10:31",
        " 5, NATURAL_MINUTE, 2026-11-02T10:00",
    })
    void warnsByTheLengthOfTheRule(int amount, DeadlineUnit unit, String warn) {
        assertThat(ARITHMETIC.from(at("2026-11-02T10:00"), rule(unit, amount)).warnAt())
                .isEqualTo(at(warn));
    }

    @Test
    void warnsWithinOfficeHoursForWorkInOfficeHours() {
        var period = ARITHMETIC.from(at("2026-11-20T15:45"), rule(DeadlineUnit.WORKING_HOUR, 2));

        assertThat(period.dueAt()).isEqualTo(at("2026-11-23T08:45"));
        assertThat(period.warnAt()).isEqualTo(at("2026-11-20T17:15"));
    }

    @Test
    void refusesARuleThatCannotBeCounted() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(DeadlineUnit.WORKING_DAY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(DeadlineUnit.WORKING_DAY, 1, CutOff.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(DeadlineUnit.WORKING_HOUR, 1, CutOff.OFFICE_CLOSE));
    }
}
