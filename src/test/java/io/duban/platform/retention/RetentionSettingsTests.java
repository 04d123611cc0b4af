package io.duban.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionSettingsTests {

    @ParameterizedTest
    @CsvSource({
        "2027-01-01, 1, 2027-02-01",
        "2027-02-01, 3, 2027-04-01",
        "2027-02-01, 12, 2028-01-01",
        "2027-01-01, 24, 2028-01-01",
        "2028-01-01, 24, 2030-01-01"
    })
    void partitionsEndAtRoundMonths(String end, int months, String next) {
        assertThat(Partition.endAfter(Instant.parse(end + "T00:00:00Z"), months))
                .isEqualTo(Instant.parse(next + "T00:00:00Z"));
    }

    @Test
    void refusesAWidthThatDoesNotFitYears() {
        assertThatThrownBy(() -> settings(Period.ofYears(10), Period.ofYears(10), 5))
                .hasMessageContaining("partition-months");
        assertThatThrownBy(() -> settings(Period.ofYears(10), Period.ofYears(10), 18))
                .hasMessageContaining("partition-months");
    }

    @Test
    void refusesToForgetWhatFiguresOrAuditorsNeed() {
        assertThatThrownBy(() -> settings(Period.ofDays(3), Period.ofYears(10), 1))
                .hasMessageContaining("figures");
        assertThatThrownBy(() -> settings(Period.ofYears(10), Period.ofYears(5), 1))
                .hasMessageContaining("audit");
    }

    private static RetentionSettings settings(Period events, Period audit, int months) {
        return new RetentionSettings(
                events, audit, months, Period.ofDays(400), Duration.ofHours(1), Path.of("archive"), false);
    }
}
