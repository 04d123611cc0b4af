package io.duban.bench.streams;

import io.duban.bench.Bench;
import io.duban.bench.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Goals P1 to P4 and P9, and fault F9: the product's event streams beside nchan's and those of a bare Netty server, in turns. */
public final class Streams {

    static final String PART = "streams";

    private static final int PORT = 23_080;

    private Streams() {}

    /** Starts all three and measures one goal after the other. */
    public static void measure(Bench.Options options, Table table) throws IOException {
        Files.createDirectories(options.work());
        try (var duban = Duban.start(options, PORT, options.streams());
                var bare = Bare.start(options.work(), PORT + 10)) {
            var carriers = new ArrayList<Carrier>(List.of(duban, bare));
            var nchan = Nchan.start(options.work(), PORT + 11);
            nchan.ifPresentOrElse(
                    carriers::add,
                    () -> table.add(PART, "nchan", Map.of("anchor", "missing: install libnginx-mod-nchan")));
            try {
                attempt("P3", options, table, () -> new Idle(carriers, options).measure(table));
                var fanOut = new FanOut(carriers, options);
                attempt("P1", options, table, () -> fanOut.toAll(table));
                attempt("P2", options, table, () -> fanOut.toSome(table));
                attempt("P4", options, table, () -> new Delivery(duban, options).measure(table));
                attempt("P9", options, table, () -> new Storm(duban, options).measure(table));
                attempt("F9", options, table, () -> new SlowReaders(duban, options).measure(table));
            } finally {
                nchan.ifPresent(Carrier::close);
            }
        }
    }

    private interface Measuring {
        void run() throws IOException;
    }

    /** One that fails says so, and the others are measured all the same. */
    private static void attempt(String name, Bench.Options options, Table table, Measuring measuring) {
        if (!options.wants(name)) {
            return;
        }
        try {
            measuring.run();
        } catch (IOException | RuntimeException fault) {
            fault.printStackTrace();
            table.add(PART, name, Map.of("failed", String.valueOf(fault.getMessage())));
        }
    }
}
