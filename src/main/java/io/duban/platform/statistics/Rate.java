package io.duban.platform.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share of a cohort (domain 0.6): 1 only when it is all of them, null when there is nothing to share.
 *
 * @param value rounded half up to four decimals, and never 1 below the whole
 * @param excluded what does not count, and why; nothing is dropped in silence
 */
public record Rate(
        long numerator, long denominator, @Nullable BigDecimal value, List<Exclusion> excluded) {

    private static final int DECIMALS = 4;
    private static final BigDecimal NEARLY_ALL = new BigDecimal("0.9999");

    /** A number of items left out for one reason, such as {@code WITHDRAWN}. */
    public record Exclusion(String reason, long count) {}

    public static Rate of(long numerator, long denominator) {
        return of(numerator, denominator, List.of());
    }

    /** Reasons that left nothing out are not told. */
    public static Rate of(long numerator, long denominator, List<Exclusion> excluded) {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("%d of %d is no share".formatted(numerator, denominator));
        }
        return new Rate(
                numerator,
                denominator,
                value(numerator, denominator),
                excluded.stream().filter(left -> left.count() > 0).toList());
    }

    /** A share as it is told: rounded, and never 1 unless it is the whole. */
    public static BigDecimal told(BigDecimal share) {
        var value = share.setScale(DECIMALS, RoundingMode.HALF_UP);
        return share.compareTo(BigDecimal.ONE) < 0 ? value.min(NEARLY_ALL) : value;
    }

    private static @Nullable BigDecimal value(long numerator, long denominator) {
        if (denominator == 0) {
            return null;
        }
        var value =
                BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP);
        return numerator < denominator ? value.min(NEARLY_ALL) : value;
    }
}
