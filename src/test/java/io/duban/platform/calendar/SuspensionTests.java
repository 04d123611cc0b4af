package io.duban.platform.calendar;

import static io.duban.platform.calendar.Notices.ARITHMETIC;
import static io.duban.platform.calendar.Notices.at;
import static io.duban.platform.calendar.Notices.rule;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time a clock stood still is added in the unit it is counted in. */
class SuspensionTests {

    @ParameterizedTest
    @CsvSource({
        // Within one day, and over a weekend, nothing that counts went by.
        "WORKING_DAY,  2026-11-30T24:00, 2026-11-24T09:00, 2026-11-24T17:00, 2026-11-30T24:00",
        "WORKING_DAY,  2026-11-30T24:00, 2026-11-27T09:00, 2026-11-29T17:00, 2026-11-30T24:00",
        "WORKING_DAY,  2026-11-30T17:30, 2026-11-24T09:00, 2026-11-26T17:00, 2026-12-02T17:30",
        // Over the holiday of October: 29 and 30 September, 8, 9 and the made-up 10 October.
        "WORKING_DAY,  2026-10-09T24:00, 2026-09-28T10:00, 2026-10-10T10:00, 2026-10-15T24:00",
        // A date a person gave at noon keeps its noon.
        "WORKING_DAY,  2026-11-30T12:00, 2026-11-24T09:00, 2026-11-25T09:00, 2026-12-01T12:00",
        "WORKING_HOUR, 2026-11-24T10:00, 2026-11-23T16:30, 2026-11-24T09:00, 2026-11-24T11:30",
        "WORKING_HOUR, 2026-11-24T10:00, 2026-11-23T18:00, 2026-11-24T08:30, 2026-11-24T10:00",
        "NATURAL_HOUR, 2026-11-21T23:50, 2026-11-21T22:00, 2026-11-21T23:00, 2026-11-22T00:50",
        "NATURAL_MINUTE, 2026-11-21T23:50, 2026-11-21T23:40, 2026-11-21T23:45, 2026-11-21T23:55",
        // Three days later would be a Saturday.
        "NATURAL_DAY,  2026-11-25T24:00, 2026-11-23T10:00, 2026-11-26T10:00, 2026-11-30T24:00",
        "NATURAL_DAY,  2026-11-25T24:00, 2026-11-23T10:00, 2026-11-23T23:00, 2026-11-25T24:00",
        "NATURAL_MONTH, 2026-10-08T24:00, 2026-08-01T10:00, 2026-08-13T10:00, 2026-10-20T24:00",
        // Overdue already when it was suspended, it is as long overdue when it goes on.
        "WORKING_DAY,  2026-11-23T24:00, 2026-11-24T09:00, 2026-11-26T17:00, 2026-11-25T24:00",
        // The machine's clock was put back meanwhile.
        "WORKING_DAY,  2026-11-30T24:00, 2026-11-26T09:00, 2026-11-24T09:00, 2026-11-30T24:00",
    })
    void itsDateMovesByWhatStoodStill(DeadlineUnit unit, String due, String suspended, String until, String moved) {
        assertThat(ARITHMETIC.lengthened(at(due), at(suspended), at(until), rule(unit, 3)))
                .isEqualTo(at(moved));
    }

    @ParameterizedTest
    @CsvSource({
        "WORKING_DAY,   2026-09-30T17:30, 2026-10-08T17:30",
        "NATURAL_DAY,   2026-11-27T24:00, 2026-11-30T24:00",
        "WORKING_HOUR,  2026-11-27T17:00, 2026-11-30T09:00",
        "NATURAL_HOUR,  2026-11-27T23:30, 2026-11-28T00:30",
        "NATURAL_MINUTE, 2026-11-27T23:50, 2026-11-28T00:20",
    })
    void theSecondLevelIsCalledOneWarningPeriodLater(DeadlineUnit unit, String due, String second) {
        assertThat(ARITHMETIC.stillOverdue(at(due), rule(unit, 3))).isEqualTo(at(second));
    }

    @Test
    void aClockThatStandsStillIsGreyUnlessItsWorkIsFinished() {
        var due = at("2026-11-27T24:00");
        var later = at("2026-11-30T09:00");
        assertThat(AlertLight.of(later, null, due, false, true)).isEqualTo(AlertLight.GREY);
        assertThat(AlertLight.of(later, null, due, false, false)).isEqualTo(AlertLight.RED);
        assertThat(AlertLight.of(later, null, due, true, true)).isEqualTo(AlertLight.NONE);
        assertThat(AlertLight.of(later, null, null, false, true)).isEqualTo(AlertLight.NONE);
    }
}
