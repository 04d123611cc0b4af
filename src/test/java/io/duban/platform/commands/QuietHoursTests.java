package io.duban.platform.commands;

import static io.duban.platform.commands.SweptDatabase.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.commands.SweptDatabase.Said;
import io.duban.support.DemoDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At night only an emergency speaks; in the morning the rest is said, once. */
class QuietHoursTests {

    private static final QuietHours USUAL = QuietHours.parse("22:00-07:00");
    private static final SweptDatabase DATABASE = new SweptDatabase();

    @ParameterizedTest
    @CsvSource({
        "21:59:59, false",
        "22:00:00, true",
        "23:59:59, true",
        "00:00:00, true",
        "06:59:59, true",
        "07:00:00, false",
        "12:00:00, false",
    })
    void theyLastOverMidnight(String time, boolean quiet) {
        assertThat(USUAL.cover(at("2026-11-24T" + time))).isEqualTo(quiet);
        assertThat(QuietHours.parse("none").cover(at("2026-11-24T" + time))).isFalse();
    }

    @Test
    void theyMayLieWithinOneDay() {
        var noon = QuietHours.parse("12:00 - 14:30");
        assertThat(noon.cover(at("2026-11-24T11:59:59"))).isFalse();
        assertThat(noon.cover(at("2026-11-24T12:00:00"))).isTrue();
        assertThat(noon.cover(at("2026-11-24T14:30:00"))).isFalse();
        assertThatThrownBy(() -> QuietHours.parse("late")).hasMessageContaining("duban.quiet-hours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUP_STAGE", "SUP_MEDIA", "PRO_REPLY", "SUP_STAGE/CO", "SUP_STAGE/GIVEN"})
    void whatFallsDueAtTwentyFourHoursIsSaidInTheMorningOnce(String rule) {
        var title = DATABASE.clocks(3, rule, at("2026-11-24T00:00:00"));
        for (var time : new String[] {"00:00:01", "03:00:00", "06:59:59"}) {
            DATABASE.sweepAt(at("2026-11-24T" + time), USUAL);
            assertThat(DATABASE.said(title, "checkOverdue")).as(time).isEqualTo(Said.NOTHING);
        }
        DATABASE.sweepAt(at("2026-11-24T07:00:00"), USUAL);
        DATABASE.sweepAt(at("2026-11-24T07:00:05"), USUAL);
        assertThat(DATABASE.said(title, "checkOverdue")).isEqualTo(Said.once(3));
        assertThat(DATABASE.said(title, "checkOverdueSoon"))
                .as("what is overdue by then is not said to be so soon")
                .isEqualTo(Said.NOTHING);
        assertThat(DATABASE.onTheDeskOf(DemoDistrict.HOUSING_DEPUTY, title)).isEqualTo(3);
    }

    @Test
    void officeHoursAreNoEmergencyEither() {
        var title = DATABASE.clocks(1, "SUP_SIGN_URGENT", at("2026-11-25T00:00:00"));
        DATABASE.sweepAt(at("2026-11-25T00:30:00"), USUAL);
        assertThat(DATABASE.said(title, "checkOverdue")).isEqualTo(Said.NOTHING);
    }

    @Test
    void anEmergencySpeaksAtNightOnEveryLevel() {
        var title = DATABASE.clocks(2, "SUP_SIGN_EXTRA", at("2026-11-26T02:00:00"));
        DATABASE.sweepAt(at("2026-11-26T01:59:00"), USUAL);
        assertThat(DATABASE.said(title, "checkOverdueSoon")).isEqualTo(Said.once(2));
        DATABASE.sweepAt(at("2026-11-26T02:00:01"), USUAL);
        assertThat(DATABASE.said(title, "checkOverdue")).isEqualTo(Said.once(2));
        DATABASE.sweepAt(at("2026-11-26T02:30:00"), USUAL);
        assertThat(DATABASE.said(title, "checkStillOverdue")).isEqualTo(Said.NOTHING);
        DATABASE.sweepAt(at("2026-11-26T02:30:01"), USUAL);
        assertThat(DATABASE.said(title, "checkStillOverdue")).isEqualTo(Said.once(2));
    }
}
