package io.duban.bench;

import java.util.List;

/** The value below which a share of all values lies. */
public final class Percentile {

    private Percentile() {}

    /** NaN without values. */
    public static double of(List<Double> values, double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) Math.floor(share * sorted.size())));
    }
}
