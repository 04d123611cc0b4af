package io.duban.platform.calendar;

import static io.duban.platform.calendar.Notices.ARITHMETIC;
import static io.duban.platform.calendar.Notices.at;
import static io.duban.platform.calendar.Notices.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines taken from another one: a co-handler's from the host's, the district's from the outer one. */
class SharedDeadlineTests {

    private static final Instant MONDAY = at("2026-11-02T10:00");

    @ParameterizedTest
    @CsvSource({
        " 1, WORKING_DAY,   2026-11-03T11:00, four working hours before 24:00 of the host's only day",
        " 2, WORKING_DAY,   2026-11-03T24:00, one day of two",
        " 3, WORKING_DAY,   2026-11-03T24:00, 1.8 days rounded down",
        " 5, WORKING_DAY,   2026-11-05T24:00, three of five",
        "10, WORKING_DAY,   2026-11-10T24:00, six of ten",
        "30, NATURAL_DAY,   2026-11-20T24:00, eighteen of thirty",
        " 1, NATURAL_MONTH, 2026-11-20T24:00, eighteen of the thirty days of the month",
        " 4, WORKING_HOUR,  2026-11-02T12:00, 2.4 hours rounded down",
    })
    void givesTheCoHandlerSixtyPercent(int amount, DeadlineUnit unit, String due, String why) {
        var hostRule = rule(unit, amount);
        var host = ARITHMETIC.from(MONDAY, hostRule);

        var share = ARITHMETIC.sharedFrom(MONDAY, hostRule, MONDAY, host.dueAt());

        assertThat(share.dueAt()).as(why).isEqualTo(at(due));
        assertThat(share.dueAt()).isBefore(host.dueAt());
        assertThat(share.rule().ruleId()).isEqualTo("TEST/CO");
    }

    @Test
    void keepsTheCutOffOfTheHost() {
        var hostRule = rule(DeadlineUnit.WORKING_DAY, 1, CutOff.OFFICE_CLOSE);
        var host = ARITHMETIC.from(MONDAY, hostRule);

        assertThat(ARITHMETIC.sharedFrom(MONDAY, hostRule, MONDAY, host.dueAt()).dueAt())
                .isEqualTo(at("2026-11-03T11:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-10T10:00, 2026-11-13T24:00, a day before the host although six days would be more",
        "2026-11-16T09:00, 2026-11-16T11:00, four working hours before the host on its last day",
        "2026-11-16T11:30, 2026-11-16T24:00, with less left the host's own end",
        "2026-11-17T09:00, 2026-11-17T09:00, an overdue host cannot give time",
    })
    void givesALateCoHandlerWhatIsLeft(String asked, String due, String why) {
        var hostRule = rule(DeadlineUnit.WORKING_DAY, 10);
        var host = ARITHMETIC.from(MONDAY, hostRule);

        assertThat(host.dueAt()).isEqualTo(at("2026-11-16T24:00"));
        assertThat(ARITHMETIC
                        .sharedFrom(at(asked), hostRule, MONDAY, host.dueAt())
                        .dueAt())
                .as(why)
                .isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-06T24:00, 2026-11-05T24:00, one working day earlier",
        "2026-11-09T17:00, 2026-11-06T17:00, over the weekend at the same hour",
        "2026-11-07T24:00, 2026-11-05T24:00, an outer Saturday first falls back to Friday",
        "2026-11-02T17:30, 2026-11-02T11:00, due today: four working hours earlier",
        "2026-11-02T14:00, 2026-11-02T14:00, too near to hold anything back",
    })
    void keepsTheInnerDateADayInsideTheOuter(String outer, String inner, String why) {
        var period = ARITHMETIC.inside(at(outer), MONDAY, rule(DeadlineUnit.WORKING_DAY, 5));

        assertThat(period.dueAt()).as(why).isEqualTo(at(inner));
        assertThat(period.rule().ruleId()).isEqualTo("TEST/INNER");
    }
}
