package io.duban.platform.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class DeliveryScheduleTests {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final DeliverySchedule schedule = new DeliverySchedule(defaults().retries());

    @Test
    void followsStandardWebhooksForThreeDays() {
        var whole = Duration.ZERO;
        for (int failed = 1; failed <= 9; failed++) {
            whole = whole.plus(
                    schedule.wait(DeliveryKind.EVENT, failed, 0.5, null).orElseThrow());
        }
        assertThat(schedule.wait(DeliveryKind.EVENT, 1, 0.5, null)).contains(FIVE_SECONDS);
        assertThat(schedule.wait(DeliveryKind.EVENT, 9, 0.5, null)).contains(Duration.ofHours(24));
        assertThat(schedule.wait(DeliveryKind.EVENT, 10, 0.5, null)).isEmpty();
        assertThat(whole).isGreaterThan(defaults().disableAfter()).isLessThan(Duration.ofHours(76));
    }

    @Test
    void spreadsAFifthToEitherSide() {
        assertThat(schedule.wait(DeliveryKind.EVENT, 1, 0, null)).contains(Duration.ofSeconds(4));
        assertThat(schedule.wait(DeliveryKind.EVENT, 1, 1, null)).contains(Duration.ofSeconds(6));
    }

    @Test
    void waitsLongerWhenAskedToButNotForEver() {
        assertThat(schedule.wait(DeliveryKind.EVENT, 1, 0.5, Duration.ofMinutes(2)))
                .contains(Duration.ofMinutes(2));
        assertThat(schedule.wait(DeliveryKind.EVENT, 1, 0.5, Duration.ofSeconds(1)))
                .contains(FIVE_SECONDS);
        assertThat(schedule.wait(DeliveryKind.EVENT, 1, 0.5, Duration.ofDays(400)))
                .contains(DeliverySchedule.LONGEST_WAIT);
    }

    @Test
    void triesWhatSomebodyWaitsForLessOften() {
        assertThat(schedule.wait(DeliveryKind.PING, 1, 0.5, null)).isEmpty();
        assertThat(schedule.wait(DeliveryKind.CHALLENGE, 2, 0.5, null)).isPresent();
        assertThat(schedule.wait(DeliveryKind.CHALLENGE, 3, 0.5, null)).isEmpty();
        assertThat(new DeliverySchedule(List.of()).wait(DeliveryKind.EVENT, 1, 0.5, null))
                .isEmpty();
    }

    @Test
    void readsRetryAfterInBothForms() {
        var now = Instant.parse("2026-11-28T02:00:00Z");
        assertThat(RetryAfter.parse(" 120 ", now)).isEqualTo(Duration.ofSeconds(120));
        assertThat(RetryAfter.parse("Sat, 28 Nov 2026 02:05:00 GMT", now)).isEqualTo(Duration.ofMinutes(5));
        assertThat(RetryAfter.parse("Sat, 28 Nov 2026 01:05:00 GMT", now)).isNull();
        assertThat(RetryAfter.parse("soon", now)).isNull();
        assertThat(RetryAfter.parse("-3", now)).isNull();
    }

    private static WebhookProperties defaults() {
        return Binder.get(new MockEnvironment()).bindOrCreate("duban.webhooks", WebhookProperties.class);
    }
}
