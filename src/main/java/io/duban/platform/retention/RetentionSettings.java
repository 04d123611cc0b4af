package io.duban.platform.retention;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the logs keep what they have.
 *
 * @param events how long events stay; figures are told from them alone, so no less than two years
 * @param audit how long audit rows stay; no less than events
 * @param partitionMonths how much time a new partition covers: a divisor of a year, or whole years
 * @param ahead partitions are made for so long ahead of now
 * @param every the pause between two looks
 * @param archive where partitions that left are written to; below {@code duban.home} as the product is configured
 * @param drop whether a partition is dropped once its file is written and checked; else it stays as a table of its own
 */
@ConfigurationProperties("duban.retention")
record RetentionSettings(
        @DefaultValue("P10Y") Period events,
        @DefaultValue("P15Y") Period audit,
        @DefaultValue("24") int partitionMonths,
        @DefaultValue("P400D") Period ahead,
        @DefaultValue("1h") Duration every,
        Path archive,
        @DefaultValue("false") boolean drop) {

    private static final int YEAR = 12;
    private static final int LEAST_MONTHS = 24;

    RetentionSettings {
        require(
                partitionMonths >= 1 && (YEAR % partitionMonths == 0 || partitionMonths % YEAR == 0),
                "partition-months must divide a year or be whole years");
        require(events.toTotalMonths() >= LEAST_MONTHS, "events must be two years or more: figures are told from them");
        require(audit.toTotalMonths() >= events.toTotalMonths(), "audit must be no shorter than events");
        require(!ahead.isNegative() && !ahead.isZero(), "ahead must be some time");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException("duban.retention." + otherwise);
        }
    }
}
