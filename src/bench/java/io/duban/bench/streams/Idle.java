package io.duban.bench.streams;

import io.duban.bench.Bench;
import io.duban.bench.Pause;
import io.duban.bench.Proc;
import io.duban.bench.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** Goal P3: what a stream costs that nothing happens on. Each server has had some streams before, and what it needs only once is not counted. */
final class Idle {

    private static final int WARMING_UP = 1_000;
    private static final int SETTLING_MILLIS = 2_000;

    private final List<Carrier> carriers;
    private final Bench.Options options;

    Idle(List<Carrier> carriers, Bench.Options options) {
        this.carriers = carriers;
        this.options = options;
    }

    void measure(Table table) throws IOException {
        for (var carrier : carriers) {
            measure(carrier, table);
        }
    }

    private void measure(Carrier carrier, Table table) throws IOException {
        try (var early = Audience.of(carrier, Math.min(WARMING_UP, options.streams()), false, options.work())) {
            early.growTo(Math.min(WARMING_UP, options.streams()));
            early.phones().drop();
        }
        try (var audience = Audience.of(carrier, options.streams(), false, options.work())) {
            collect(carrier);
            var rss = Proc.rssKib(carrier.pid());
            var heap = heap(carrier);
            var seconds = audience.growTo(options.streams());
            collect(carrier);
            var figures = new HashMap<String, Object>();
            figures.put("server", carrier.name());
            figures.put("streams", options.streams());
            figures.put("openSeconds", seconds);
            figures.put("rssKibEach", (Proc.rssKib(carrier.pid()) - rss) / (double) options.streams());
            figures.put("rssMib", Proc.rssKib(carrier.pid()) / 1024);
            if (carrier instanceof Duban) {
                figures.put("heapKibEach", (heap(carrier) - heap) / 1024 / options.streams());
            }
            table.add(Streams.PART, "P3 idle streams", figures);
            audience.phones().drop();
        }
    }

    private static double heap(Carrier carrier) {
        return carrier instanceof Duban duban ? duban.metrics().heapBytes() : 0;
    }

    /** Lets a Java server throw away what it no longer needs, and waits for it and for what sockets still do. */
    static void collect(Carrier carrier) {
        Pause.millis(SETTLING_MILLIS);
        if (!carrier.name().equals("nchan")) {
            try {
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                        .toString(),
                                String.valueOf(carrier.pid()),
                                "GC.run")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException noJcmd) {
                System.out.println("no jcmd beside this java: memory is told with its garbage");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        Pause.millis(SETTLING_MILLIS);
    }
}
