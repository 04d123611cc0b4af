package io.duban.bench.streams;

import io.duban.bench.Bench;
import io.duban.bench.Pause;
import io.duban.bench.Percentile;
import io.duban.bench.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Goal P9: all phones lose their streams in the same moment and come back with their cursors, while commands and events go on. */
final class Storm {

    private static final int COMMANDS = 20;
    private static final int EVENTS = 20;
    private static final int EVERY_MILLIS = 200;
    private static final int CALM_MILLIS = 3_000;

    private final Duban duban;
    private final Bench.Options options;

    Storm(Duban duban, Bench.Options options) {
        this.duban = duban;
        this.options = options;
    }

    void measure(Table table) throws IOException {
        var size = Math.min(10_000, options.streams());
        try (var audience = Audience.of(duban, size, true, options.work())) {
            audience.growTo(size);
            audience.toSome(size / Carrier.CHANNEL); // everybody has a cursor of his own
            audience.settle();
            var calm = commands(new AtomicBoolean(true), CALM_MILLIS);
            var goOn = new AtomicBoolean(true);
            var replays = duban.metrics().of("duban_realtime_replays_total");
            var cpu = duban.cpuSecondsOfAll();
            var events = CompletableFuture.runAsync(() -> {
                while (goOn.get()) {
                    audience.toSome(EVENTS);
                    Pause.millis(EVERY_MILLIS);
                }
            });
            var stormy = CompletableFuture.supplyAsync(() -> commands(goOn, Integer.MAX_VALUE));
            audience.phones().drop();
            var seconds = audience.phones().back();
            cpu = duban.cpuSecondsOfAll() - cpu;
            Pause.millis(CALM_MILLIS);
            goOn.set(false);
            events.join();
            var calls = stormy.join();
            audience.settle();
            var seen = audience.phones().figures();
            var figures = new HashMap<String, Object>();
            figures.put("streams", size);
            figures.put("allBackSeconds", seconds);
            figures.put("cpuMsForAStream", cpu * 1000 / size);
            figures.put("lost", seen.lost() + audience.missing());
            figures.put("doubled", seen.doubled());
            figures.put("outOfOrder", seen.outOfOrder());
            figures.put("refused", audience.phones().standing().refused());
            figures.put("databaseReplays", duban.metrics().of("duban_realtime_replays_total") - replays);
            figures.put("commandsP99msBefore", Percentile.of(calm.millis(), 0.99));
            figures.put("commandsP99msMeanwhile", Percentile.of(calls.millis(), 0.99));
            figures.put("commandsRefused", calls.refused());
            table.add(Streams.PART, "P9 reconnect storm", figures);
        }
    }

    private Calls commands(AtomicBoolean goOn, int millis) {
        var calls = Calls.accepting(duban.office(), number -> "storm " + number);
        var begun = System.nanoTime();
        calls.send(COMMANDS, () -> goOn.get() && (System.nanoTime() - begun) / 1_000_000 < millis);
        return calls;
    }
}
