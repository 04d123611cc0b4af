package io.duban.bench.streams;

import org.HdrHistogram.Histogram;

/** What a crowd has seen. Touched by its event loop only. */
final class Tally {

    private static final long LONGEST_MICROS = 600_000_000;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);

    /** The arrival of each unordered event, one line each; null while nobody asks for it. */
    StringBuilder arrivals = new StringBuilder();

    long delivered;
    long lost;
    long doubled;
    long outOfOrder;
    int open;
    int opened;
    int refused;
    int closed;

    void arrived(long sent, long now) {
        delivered++;
        micros.recordValue(Math.max(0, Math.min(LONGEST_MICROS, now - sent)));
    }

    /** Number, by the last one seen in the channel before; 0: it is the first, and where a phone comes in is not its fault. */
    void check(long last, long number) {
        if (last == 0) {
            return;
        }
        if (number > last + 1) {
            lost += number - last - 1;
        } else if (number <= last) {
            if (lost > 0) {
                lost--;
                outOfOrder++;
            } else {
                doubled++;
            }
        }
    }

    /** As words; the latencies begin anew. */
    String figures() {
        var text = "%d %d %d %d %d %d %d"
                .formatted(
                        delivered,
                        lost,
                        doubled,
                        outOfOrder,
                        micros.getValueAtPercentile(50),
                        micros.getValueAtPercentile(99),
                        micros.getMaxValue());
        micros.reset();
        return text;
    }
}
