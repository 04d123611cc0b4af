package io.duban.platform.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One figure: of everything in reach, of one unit or of one part of the work. It holds a rate, a count, a mean or a list, as its metric says.
 *
 * @param metricId as in appendix D of the domain
 * @param unitId null for the figure of everything in reach
 * @param part such as an issuer or a step; null for all parts
 * @param rate by the original deadline, where there is one
 * @param rateByCurrentDue by the deadline as extended; null where no deadline is concerned
 * @param countLastYear of the same dates one year before
 * @param mean in working hours, rounds, characters or as a share, as the metric says; null when there is nothing to average
 * @param percentile90 nine tenths take no longer (nearest rank)
 * @param items how many were averaged
 * @param names what there is to name
 */
public record Measure(
        String metricId,
        Cohort cohort,
        @Nullable UUID unitId,
        @Nullable String part,
        @Nullable Rate rate,
        @Nullable Rate rateByCurrentDue,
        @Nullable Long count,
        @Nullable Long countLastYear,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal percentile90,
        @Nullable Long items,
        @Nullable List<String> names) {

    private static final BigDecimal HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toSeconds());
    private static final int DECIMALS = 2;

    /** What the figure is about. */
    public record About(
            String metricId,
            Cohort cohort,
            @Nullable UUID unitId,
            @Nullable String part) {

        public static About everything(String metricId, Cohort cohort) {
            return new About(metricId, cohort, null, null);
        }

        public About part(@Nullable String name) {
            return new About(metricId, cohort, unitId, name);
        }

        public About unit(@Nullable UUID unit) {
            return new About(metricId, cohort, unit, part);
        }
    }

    public static Measure rate(About about, Rate rate) {
        return of(about, rate, null, null, null, null, null, null, null);
    }

    /** A timeliness rate, always told twice (domain 0.6). */
    public static Measure onTime(About about, Rate byOriginalDue, Rate byCurrentDue) {
        return of(about, byOriginalDue, byCurrentDue, null, null, null, null, null, null);
    }

    public static Measure count(About about, long count) {
        return of(about, null, null, count, null, null, null, null, null);
    }

    public static Measure count(About about, long count, long lastYear) {
        return of(about, null, null, count, lastYear, null, null, null, null);
    }

    /** A sum divided among items. */
    public static Measure mean(About about, long sum, long items) {
        var mean = items == 0
                ? null
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(items), DECIMALS, RoundingMode.HALF_UP);
        return of(about, null, null, null, null, mean, null, items, null);
    }

    /** Several shares weighed together: itself a share, or null where one of them is. */
    public static Measure weighted(About about, @Nullable BigDecimal share) {
        return of(about, null, null, null, null, share, null, null, null);
    }

    /** How long they took, in hours. */
    public static Measure hours(About about, List<Duration> each) {
        if (each.isEmpty()) {
            return of(about, null, null, null, null, null, null, 0L, null);
        }
        var sum = each.stream().reduce(Duration.ZERO, Duration::plus);
        var rank = (each.size() * 9 + 9) / 10;
        var ninth = each.stream().sorted().toList().get(rank - 1);
        var mean = BigDecimal.valueOf(sum.toSeconds())
                .divide(HOUR.multiply(BigDecimal.valueOf(each.size())), DECIMALS, RoundingMode.HALF_UP);
        return of(about, null, null, null, null, mean, inHours(ninth), (long) each.size(), null);
    }

    public static Measure list(About about, List<String> names) {
        return of(about, null, null, (long) names.size(), null, null, null, null, names);
    }

    private static BigDecimal inHours(Duration time) {
        return BigDecimal.valueOf(time.toSeconds()).divide(HOUR, DECIMALS, RoundingMode.HALF_UP);
    }

    private static Measure of(
            About about,
            @Nullable Rate rate,
            @Nullable Rate current,
            @Nullable Long count,
            @Nullable Long lastYear,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal percentile90,
            @Nullable Long items,
            @Nullable List<String> names) {
        return new Measure(
                about.metricId(),
                about.cohort(),
                about.unitId(),
                about.part(),
                rate,
                current,
                count,
                lastYear,
                mean,
                percentile90,
                items,
                names);
    }
}
