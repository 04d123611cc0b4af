package io.duban.hotline.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are taken in.
 *
 * @param rowsPerSecond at most, so that everybody else's work goes on; one row is written at a time
 * @param mostRows of one file
 * @param mostBytes of one file
 * @param lookEvery how often an instance looks for a file nobody works on
 */
@ConfigurationProperties("duban.hotline.imports")
record ImportProperties(
        @DefaultValue("100") int rowsPerSecond,
        @DefaultValue("20000") int mostRows,
        @DefaultValue("8MB") DataSize mostBytes,
        @DefaultValue("1s") Duration lookEvery) {

    Duration paceOfRow() {
        return Duration.ofNanos(1_000_000_000L / rowsPerSecond);
    }
}
