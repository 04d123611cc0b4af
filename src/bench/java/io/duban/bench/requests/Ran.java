package io.duban.bench.requests;

import io.duban.bench.Percentile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one side did in its turns.
 *
 * @param millis of each piece of work, in no order
 * @param cpu seconds of processor time by who used them, such as {@code product}
 */
record Ran(List<Double> millis, double seconds, Map<String, Double> cpu) {

    static final Ran NOTHING = new Ran(List.of(), 0, Map.of());

    Ran and(Ran more) {
        var all = new ArrayList<>(millis);
        all.addAll(more.millis);
        var used = new TreeMap<>(cpu);
        more.cpu.forEach((who, time) -> used.merge(who, time, Double::sum));
        return new Ran(all, seconds + more.seconds, used);
    }

    double perSecond() {
        return millis.size() / seconds;
    }

    /** Processor time of these for one piece of work, in microseconds. */
    double cpuUs(String... who) {
        return Stream.of(who).mapToDouble(one -> cpu.getOrDefault(one, 0.0)).sum() * 1e6 / millis.size();
    }

    /** As a row of the table. */
    Map<String, Object> figures() {
        var row = new TreeMap<String, Object>();
        row.put("perSecond", perSecond());
        row.put("p50ms", Percentile.of(millis, 0.5));
        row.put("p99ms", Percentile.of(millis, 0.99));
        cpu.forEach((who, time) -> row.put(who + "CpuUs", time * 1e6 / millis.size()));
        return row;
    }
}
