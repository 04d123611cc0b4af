package io.duban.platform.identity.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LogInThrottleTests {

    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private final LogInThrottle throttle = new LogInThrottle(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void admitsFiveTriesAndThenOneAMinute() {
        assertThat(tries(7)).isEqualTo(5);
        pass(Duration.ofSeconds(61));
        assertThat(tries(3)).isEqualTo(1);
    }

    @Test
    void forgetsTriesOlderThanFifteenMinutes() {
        tries(4);
        pass(Duration.ofMinutes(16));
        assertThat(tries(7)).isEqualTo(5);
    }

    @Test
    void startsAnewAfterTheRightPassword() {
        tries(4);
        throttle.forget("clerk");
        assertThat(tries(7)).isEqualTo(5);
    }

    @Test
    void takesNamesThatDifferInCaseOrSpacesForOne() {
        tries(5);
        assertThat(throttle.admits(" Clerk ")).isFalse();
    }

    private int tries(int count) {
        int admitted = 0;
        for (int i = 0; i < count; i++) {
            admitted += throttle.admits("clerk") ? 1 : 0;
        }
        return admitted;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
