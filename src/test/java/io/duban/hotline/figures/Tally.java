package io.duban.hotline.figures;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts items by metric and unit; the whole stands under no unit. */
final class Tally {

    private final Map<String, Count> counts = new TreeMap<>();

    /** What a rate is made of. */
    static final class Count {

        private long numerator;
        private long denominator;
        private final Map<String, Long> excluded = new TreeMap<>();

        Count() {}

        void add(boolean hit, @Nullable String exclusion) {
            if (exclusion != null) {
                excluded.merge(exclusion, 1L, Long::sum);
            } else {
                denominator++;
                numerator += hit ? 1 : 0;
            }
        }

        static Count of(long numerator, long denominator, Map<String, Long> excluded) {
            var count = new Count();
            count.numerator = numerator;
            count.denominator = denominator;
            count.excluded.putAll(excluded);
            return count;
        }

        @Override
        public String toString() {
            return "%d/%d %s".formatted(numerator, denominator, excluded);
        }
    }

    void add(String metric, @Nullable UUID unit, boolean hit, @Nullable String exclusion) {
        at(metric, null).add(hit, exclusion);
        if (unit != null) {
            at(metric, unit).add(hit, exclusion);
        }
    }

    void put(String metric, @Nullable UUID unit, Count count) {
        counts.put(key(metric, unit), count);
    }

    /** One line a figure; figures of nothing are left out, since a unit without items is not told. */
    Map<String, String> lines() {
        var lines = new TreeMap<String, String>();
        counts.forEach((key, count) -> lines.put(key, count.toString()));
        lines.values().removeIf("0/0 {}"::equals);
        return lines;
    }

    private Count at(String metric, @Nullable UUID unit) {
        return counts.computeIfAbsent(key(metric, unit), key -> new Count());
    }

    private static String key(String metric, @Nullable UUID unit) {
        return unit == null ? metric : metric + " of " + unit;
    }
}
