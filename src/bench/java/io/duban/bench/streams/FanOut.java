package io.duban.bench.streams;

import io.duban.bench.Bench;
import io.duban.bench.Proc;
import io.duban.bench.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Goals P1 and P2: events to everybody, and events to five of ten thousand. */
final class FanOut {

    private static final int[] SIZES = {1_000, 5_000, 10_000};
    private static final int PACE = 200;
    private static final Duration WARM = Duration.ofSeconds(8);

    private final List<Carrier> carriers;
    private final Bench.Options options;
    private final Map<String, TreeMap<Integer, Double>> cpu = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, Double>> rate = new LinkedHashMap<>();

    FanOut(List<Carrier> carriers, Bench.Options options) {
        this.carriers = carriers;
        this.options = options;
    }

    private int largest() {
        return Math.min(SIZES[SIZES.length - 1], options.streams());
    }

    void toAll(Table table) throws IOException {
        var largest = largest();
        var audiences = open(largest, false);
        try {
            for (int size : IntStream.of(SIZES)
                    .map(size -> Math.min(size, largest))
                    .distinct()
                    .toArray()) {
                audiences.forEach(audience -> audience.growTo(size));
                var ran = inTurns(audiences, audience -> audience.flood(options.slice()));
                for (int one = 0; one < carriers.size(); one++) {
                    var name = carriers.get(one).name();
                    cpu.computeIfAbsent(name, first -> new TreeMap<>())
                            .put(size, ran.get(one).cpuMicros());
                    rate.computeIfAbsent(name, first -> new TreeMap<>())
                            .put(size, ran.get(one).perSecond());
                }
                rows("P1 to all of %,d".formatted(size), audiences, ran, table);
            }
        } finally {
            audiences.forEach(Audience::close);
        }
        plot();
    }

    void toSome(Table table) throws IOException {
        var largest = largest();
        var audiences = open(largest, true);
        try {
            audiences.forEach(audience -> audience.growTo(largest));
            var ran = inTurns(audiences, audience -> audience.floodSome(options.slice()));
            rows("P2 to %d of %,d".formatted(Carrier.CHANNEL, largest), audiences, ran, table);
            for (var audience : audiences) {
                audience.phones().figures();
                audience.paceSome(PACE, options.slice().multipliedBy(2));
                latency(audience, table);
            }
        } finally {
            audiences.forEach(Audience::close);
        }
    }

    private List<Audience> open(int largest, boolean own) throws IOException {
        var all = new ArrayList<Audience>();
        for (var carrier : carriers) {
            all.add(Audience.of(carrier, largest, own, options.work()));
        }
        return all;
    }

    private List<Audience.Ran> inTurns(List<Audience> audiences, Function<Audience, Audience.Ran> run) {
        for (var audience : audiences) {
            warmUp(audience, run); // compilers are nearly done with it after that
        }
        var ran =
                new ArrayList<>(audiences.stream().map(one -> Audience.Ran.NONE).toList());
        for (int round = 0; round < options.rounds(); round++) {
            for (int one = 0; one < audiences.size(); one++) {
                ran.set(one, ran.get(one).and(run.apply(audiences.get(one))));
            }
        }
        return ran;
    }

    /** A cold compiler costs more than what is measured. */
    private static void warmUp(Audience audience, Function<Audience, Audience.Ran> run) {
        var begun = System.nanoTime();
        do {
            run.apply(audience);
        } while (System.nanoTime() - begun < WARM.toNanos());
    }

    private void rows(String name, List<Audience> audiences, List<Audience.Ran> ran, Table table) {
        for (int one = 0; one < audiences.size(); one++) {
            var seen = audiences.get(one).phones().figures();
            var figures = new HashMap<String, Object>();
            figures.put("server", carriers.get(one).name());
            figures.put("deliveredPerSecond", Math.round(ran.get(one).perSecond()));
            figures.put("cpuUsEach", ran.get(one).cpuMicros());
            figures.put("rssMib", Proc.rssKib(carriers.get(one).pid()) / 1024);
            figures.put("p50ms", seen.p50() / 1000.0);
            figures.put("p99ms", seen.p99() / 1000.0);
            figures.put("lost", seen.lost() + audiences.get(one).missing());
            figures.put("doubled", seen.doubled());
            figures.put("outOfOrder", seen.outOfOrder());
            table.add(Streams.PART, name, figures);
        }
        for (int other = 1; other < ran.size(); other++) {
            table.add(
                    Streams.PART,
                    name,
                    Map.of(
                            "dubanTo", carriers.get(other).name(),
                            "ratio", ran.get(0).perSecond() / ran.get(other).perSecond(),
                            "cpuRatio", ran.get(0).cpuMicros() / ran.get(other).cpuMicros()));
        }
    }

    private static void latency(Audience audience, Table table) {
        var seen = audience.phones().figures();
        table.add(
                Streams.PART,
                "%d a second to %d phones each%s"
                        .formatted(
                                PACE, Carrier.CHANNEL, audience.carrier() instanceof Duban ? ", found by polling" : ""),
                Map.of(
                        "server",
                        audience.carrier().name(),
                        "p50ms",
                        seen.p50() / 1000.0,
                        "p99ms",
                        seen.p99() / 1000.0,
                        "lost",
                        seen.lost() + audience.missing()));
    }

    /** Cost against size, beside the lines of JSON. */
    private void plot() throws IOException {
        var folder = options.out().toAbsolutePath().getParent();
        new Plot("CPU of the server for an event at a phone, microseconds", "streams", cpu)
                .write(folder.resolve("streams-cpu.svg"));
        new Plot("Events at phones, a second", "streams", rate).write(folder.resolve("streams-rate.svg"));
    }
}
