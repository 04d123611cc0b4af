package io.duban.hotline.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten in any hour, and no eleventh before the first of them is an hour old. */
class DisclosureHourTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void theFirstIsNumberOneAndTheTenthIsStillTold() {
        assertThat(new DisclosureHour(List.of()).next(NOON)).isEqualTo(1);
        assertThat(told(9, NOON).next(NOON.plusSeconds(60))).isEqualTo(10);
    }

    @Test
    void theEleventhWaitsUntilTheFirstIsAnHourOld() {
        var now = NOON.plusSeconds(600);
        assertThatThrownBy(() -> told(10, NOON).next(now)).satisfies(fault -> {
            assertThat(((Refusal) fault).code()).isEqualTo(RefusalCode.E_WEB_TOO_MANY_DISCLOSURES);
            assertThat(((Refusal) fault).retryAfter()).isEqualTo(Duration.ofMinutes(50));
        });
        assertThat(told(10, NOON).next(NOON.plusSeconds(3600))).isEqualTo(11);
    }

    /** One a second, newest first. */
    private static DisclosureHour told(int times, Instant first) {
        return new DisclosureHour(IntStream.range(0, times)
                .mapToObj(i -> new DisclosureHour.Counted(times - i, first.plusSeconds(times - 1L - i)))
                .toList());
    }
}
