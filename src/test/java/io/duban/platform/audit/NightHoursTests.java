package io.duban.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The nights are those of the office. */
class NightHoursTests {

    private static final Instant THREE_AT_NIGHT = Instant.parse("2026-11-27T19:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-28T04:00:00Z");
    private static final Instant ELEVEN_AT_NIGHT = Instant.parse("2026-11-28T15:00:00Z");

    @Test
    void theyMayGoOverMidnightOrNotBeAtAll() {
        assertThat(new NightHours(1, 5).cover(THREE_AT_NIGHT)).isTrue();
        assertThat(new NightHours(1, 5).cover(NOON)).isFalse();
        assertThat(new NightHours(1, 5).cover(ELEVEN_AT_NIGHT)).isFalse();
        assertThat(new NightHours(22, 5).cover(ELEVEN_AT_NIGHT)).isTrue();
        assertThat(new NightHours(22, 5).cover(THREE_AT_NIGHT)).isTrue();
        assertThat(new NightHours(22, 5).cover(NOON)).isFalse();
        assertThat(new NightHours(3, 3).cover(THREE_AT_NIGHT)).isFalse();
        assertThatThrownBy(() -> new NightHours(1, 25)).hasMessageContaining("duban.audit.night");
    }
}
