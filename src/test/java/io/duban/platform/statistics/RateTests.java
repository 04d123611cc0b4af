package io.duban.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.statistics.Measure.About;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The conventions every figure keeps (domain 0.6). */
class RateTests {

    private static final About ABOUT = About.everything("doc.test", Cohort.DUE);

    @Test
    void isOneOnlyWhenItIsAllOfThem() {
        assertThat(Rate.of(3, 3).value()).isEqualByComparingTo("1");
        assertThat(Rate.of(99_999, 100_000).value()).isEqualByComparingTo("0.9999");
        assertThat(Rate.of(999_999_999, 1_000_000_000).value()).isEqualByComparingTo("0.9999");
        assertThat(Rate.of(0, 7).value()).isEqualByComparingTo("0");
        assertThat(Rate.of(0, 0).value()).isNull();
    }

    @Test
    void roundsHalfUpToFourDecimals() {
        assertThat(Rate.of(1, 3).value()).isEqualTo(new BigDecimal("0.3333"));
        assertThat(Rate.of(2, 3).value()).isEqualTo(new BigDecimal("0.6667"));
        assertThat(Rate.of(1, 20_000).value()).isEqualTo(new BigDecimal("0.0001"));
        assertThat(Rate.of(1, 20_001).value()).isEqualTo(new BigDecimal("0.0000"));
    }

    @Test
    void tellsWhatItLeftOut() {
        var rate = Rate.of(1, 2, List.of(new Rate.Exclusion("WITHDRAWN", 3), new Rate.Exclusion("VOIDED", 0)));
        assertThat(rate.excluded()).containsExactly(new Rate.Exclusion("WITHDRAWN", 3));
        assertThatThrownBy(() -> Rate.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void averagesHoursAndGivesWhatNineTenthsTookAtMost() {
        var tenHours = IntStream.rangeClosed(1, 10).mapToObj(Duration::ofHours).toList();
        assertThat(Measure.hours(ABOUT, tenHours).mean()).isEqualByComparingTo("5.5");
        assertThat(Measure.hours(ABOUT, tenHours).percentile90()).isEqualByComparingTo("9");
        assertThat(Measure.hours(ABOUT, List.of(Duration.ofMinutes(20))).percentile90())
                .isEqualByComparingTo("0.33");
        assertThat(Measure.hours(ABOUT, List.of()).mean()).isNull();
        assertThat(Measure.mean(ABOUT, 5, 0).mean()).isNull();
        assertThat(Measure.mean(ABOUT, 5, 3).mean()).isEqualByComparingTo("1.67");
    }

    @Test
    void takesDaysOfTheOffice() {
        var november = Period.of(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-01"));
        assertThat(november.start()).isEqualTo(Instant.parse("2026-10-31T16:00:00Z"));
        assertThat(november.end()).isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
        assertThat(november.lastYear().start()).isEqualTo(Instant.parse("2025-10-31T16:00:00Z"));
        assertThatThrownBy(() -> Period.of(november.from(), november.from())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Period.of(november.from(), november.from().plusYears(11)))
                .isInstanceOf(Refusal.class);
    }
}
