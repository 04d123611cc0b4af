package io.duban.hotline.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLimitTests {

    private Instant now = Instant.parse("2026-11-28T04:00:59Z");

    private final RequestLimit limit =
            new RequestLimit(new Open311Settings(true, "", List.of("a"), "", "", 2), new Clock() {
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
    void admitsSoManyAMinuteFromEachAddress() {
        assertThat(limit.admits("10.0.0.1")).isTrue();
        assertThat(limit.admits("10.0.0.1")).isTrue();
        assertThat(limit.admits("10.0.0.1")).isFalse();
        assertThat(limit.admits("10.0.0.2")).isTrue();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(limit.admits("10.0.0.1")).isTrue();
    }
}
