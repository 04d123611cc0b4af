package io.duban.platform.calendar;

import static io.duban.platform.calendar.Notices.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertLightTests {

    private static final Instant WARN = at("2026-11-23T17:30");
    private static final Instant DUE = at("2026-11-24T17:30");

    @Test
    void turnsYellowAtTheWarningAndRedAfterTheEnd() {
        assertThat(AlertLight.of(WARN.minusNanos(1), WARN, DUE, false)).isEqualTo(AlertLight.GREEN);
        assertThat(AlertLight.of(WARN, WARN, DUE, false)).isEqualTo(AlertLight.YELLOW);
        assertThat(AlertLight.of(DUE, WARN, DUE, false)).isEqualTo(AlertLight.YELLOW);
        assertThat(AlertLight.of(DUE.plusNanos(1), WARN, DUE, false)).isEqualTo(AlertLight.RED);
    }

    @Test
    void goesFromGreenToRedWithoutAWarning() {
        assertThat(AlertLight.of(DUE, null, DUE, false)).isEqualTo(AlertLight.GREEN);
        assertThat(AlertLight.of(DUE.plusNanos(1), null, DUE, false)).isEqualTo(AlertLight.RED);
    }

    @Test
    void isOutWithoutAClockAndWhenFinished() {
        assertThat(AlertLight.of(DUE, WARN, null, false)).isEqualTo(AlertLight.NONE);
        assertThat(AlertLight.of(DUE.plusSeconds(1), WARN, DUE, true)).isEqualTo(AlertLight.NONE);
    }
}
