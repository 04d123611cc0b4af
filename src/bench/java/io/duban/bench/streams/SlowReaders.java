package io.duban.bench.streams;

import io.duban.bench.Bench;
import io.duban.bench.Pause;
import io.duban.bench.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.function.BooleanSupplier;

/** Fault F9: phones that never read, with a flood for them, beside phones that do. */
final class SlowReaders {

    private static final int HEALTHY = 50;
    private static final int DEAF = 500;
    private static final int BATCH = 20;
    private static final int EVERY_MILLIS = 20;
    private static final int LONGER = 1_000;
    private static final int CALM_SECONDS = 10;
    private static final int LONGEST_SECONDS = 60;

    private final Duban duban;
    private final Bench.Options options;
    private long sent;

    SlowReaders(Duban duban, Bench.Options options) {
        this.duban = duban;
        this.options = options;
    }

    void measure(Table table) throws IOException {
        var deafOnes = Math.min(DEAF, options.streams() - HEALTHY);
        var requests = duban.requests(HEALTHY + deafOnes, true);
        try (var healthy = Phones.of("healthy", duban.port(), requests, options.work());
                var deaf = Phones.of("deaf", duban.port(), requests, options.work())) {
            healthy.open(0, HEALTHY);
            flood(seconds(CALM_SECONDS));
            healthy.delivered(sent * HEALTHY, java.time.Duration.ofSeconds(10));
            var before = healthy.figures();
            Idle.collect(duban);
            var heap = duban.metrics().heapBytes();
            var direct = duban.metrics().of("jvm_buffer_memory_used_bytes");
            var others = duban.metrics().of("duban_streams_open");
            deaf.openDeaf(HEALTHY, deafOnes);
            var begun = System.nanoTime();
            var longest = seconds(LONGEST_SECONDS);
            var nextLook = new long[] {begun};
            flood(() -> longest.getAsBoolean() && !allCut(nextLook, others));
            var cutAfter = (System.nanoTime() - begun) / 1e9;
            var open = duban.metrics().of("duban_streams_open");
            healthy.delivered(sent * HEALTHY, java.time.Duration.ofSeconds(10));
            var meanwhile = healthy.figures();
            Idle.collect(duban);
            var figures = new HashMap<String, Object>();
            figures.put("deaf", deafOnes);
            figures.put("cut", (int) (others + deafOnes - open));
            figures.put("lastCutAfterSeconds", cutAfter);
            figures.put("heapGrowthMib", (duban.metrics().heapBytes() - heap) / (1 << 20));
            figures.put("directGrowthMib", (duban.metrics().of("jvm_buffer_memory_used_bytes") - direct) / (1 << 20));
            figures.put("healthyP99msBefore", before.p99() / 1000.0);
            figures.put("healthyP99ms", meanwhile.p99() / 1000.0);
            figures.put("healthyLost", meanwhile.lost() + sent * HEALTHY - meanwhile.delivered());
            table.add(Streams.PART, "F9 phones that never read", figures);
        }
    }

    private static BooleanSupplier seconds(int seconds) {
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        return () -> System.nanoTime() < until;
    }

    private boolean allCut(long[] nextLook, double others) {
        if (System.nanoTime() < nextLook[0]) {
            return false;
        }
        nextLook[0] = System.nanoTime() + 500_000_000L;
        return duban.metrics().of("duban_streams_open") <= others;
    }

    private void flood(BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            duban.longToAll(sent + 1, BATCH, LONGER);
            sent += BATCH;
            Pause.millis(EVERY_MILLIS);
        }
    }
}
