package io.duban.bench.streams;

import io.duban.bench.Bench;
import io.duban.bench.Pause;
import io.duban.bench.Percentile;
import io.duban.bench.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goal P4: real commands over HTTP, each of which five of ten thousand phones hear of. The time is from when the row of the event was written, which is before
 * its commit, until it is at the phone, on the one clock of this machine.
 */
final class Delivery {

    private static final int PER_SECOND = 200;
    private static final Duration WARMING_UP = Duration.ofSeconds(10);

    private static final String WRITTEN = """
            select substr(title, 14, 9) || ' ' || (extract(epoch from recorded_at) * 1000000)::bigint from event_log
            where title like 'bench-999999-%' order by recorded_at""";

    private final Duban duban;
    private final Bench.Options options;
    private long base;

    Delivery(Duban duban, Bench.Options options) {
        this.duban = duban;
        this.options = options;
    }

    void measure(Table table) throws IOException {
        var size = Math.min(10_000, options.streams());
        try (var audience = Audience.of(duban, duban.requestsWithDispatchers(size), options.work())) {
            audience.growTo(size);
            duban.database().execute("delete from event_log where title like 'bench-999999-%'");
            calls(WARMING_UP);
            Pause.millis(500);
            audience.phones().arrivals();
            for (int perSecond : new int[] {PER_SECOND / 4, PER_SECOND}) {
                one(audience, perSecond, table);
            }
        }
    }

    private void calls(Duration time) {
        base += new Calls(duban.office(), number -> Mark.text(Mark.UNORDERED, number, 0)).send(PER_SECOND / 2, time);
    }

    private void one(Audience audience, int perSecond, Table table) {
        var first = base;
        var cpu = duban.cpuSecondsOfAll();
        var begun = System.nanoTime();
        var calls = new Calls(duban.office(), number -> Mark.text(Mark.UNORDERED, first + number, Mark.now()));
        var sent = calls.send(perSecond, options.slice().multipliedBy(3));
        var seconds = (System.nanoTime() - begun) / 1e9;
        base += sent;
        Pause.millis(1000);
        var used = duban.cpuSecondsOfAll() - cpu;
        var written = written(first);
        var latencies = latencies(written, audience.phones().arrivals());
        var events = written.values().stream().mapToInt(List::size).sum();
        var figures = new HashMap<String, Object>();
        figures.put("commandsPerSecond", sent / seconds);
        figures.put("refused", calls.refused());
        figures.put("answerP50ms", Percentile.of(calls.millis(), 0.5));
        figures.put("answerP99ms", Percentile.of(calls.millis(), 0.99));
        figures.put("writtenToPhoneP50ms", Percentile.of(latencies, 0.5));
        figures.put("writtenToPhoneP99ms", Percentile.of(latencies, 0.99));
        figures.put("cpuMsForACommand", used * 1000 / sent);
        figures.put("lost", (long) events * Carrier.CHANNEL - latencies.size());
        table.add(Streams.PART, "P4 commands to phones, %d a second".formatted(perSecond), figures);
    }

    private Map<Long, List<Long>> written(long first) {
        var times = new HashMap<Long, List<Long>>();
        for (var row : duban.database().list(WRITTEN)) {
            var words = row.split(" ");
            var number = Long.parseLong(words[0]);
            if (number > first) {
                times.computeIfAbsent(number, none -> new ArrayList<>()).add(Long.parseLong(words[1]));
            }
        }
        return times;
    }

    /** A command may write several events; each phone hears them in their order, and all five the first before any is likely to hear the second. */
    private static List<Double> latencies(Map<Long, List<Long>> written, List<long[]> arrivals) {
        var arrived = new HashMap<Long, List<Long>>();
        arrivals.forEach(one ->
                arrived.computeIfAbsent(one[0], none -> new ArrayList<>()).add(one[1]));
        var all = new ArrayList<Double>();
        written.forEach((number, times) -> {
            var there =
                    arrived.getOrDefault(number, List.of()).stream().sorted().toList();
            for (int i = 0; i < Math.min(there.size(), times.size() * Carrier.CHANNEL); i++) {
                all.add((there.get(i) - times.get(i / Carrier.CHANNEL)) / 1000.0);
            }
        });
        return all;
    }
}
