package io.duban.platform.retention;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/**
 * A part of a log.
 *
 * @param until everything in it was recorded before this instant, the first of a month in UTC
 */
record Partition(KeptLog log, String name, Instant until) {

    /** Where the partition after one that ends at {@code end} ends: at the next multiple of so many months since the year 0. */
    static Instant endAfter(Instant end, int months) {
        var first = YearMonth.from(end.atOffset(ZoneOffset.UTC));
        return first.plusMonths(months - first.getLong(ChronoField.PROLEPTIC_MONTH) % months)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
