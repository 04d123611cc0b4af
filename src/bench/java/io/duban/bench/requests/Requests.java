package io.duban.bench.requests;

import io.duban.bench.Bench;
import io.duban.bench.Pause;
import io.duban.bench.Product;
import io.duban.bench.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Goals P5, P6, P10 and P11: a product begun from nothing, its commands and reads beside pgbench, its uploads beside nginx. */
public final class Requests {

    static final String PART = "requests";

    private static final int PORT = 24_580;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private Requests() {}

    /** Begins anew on an empty home, so that a first start can be measured. */
    public static void measure(Bench.Options options, Table table) throws IOException {
        var home = options.work().resolve(PART);
        FileSystemUtils.deleteRecursively(home);
        var begun = System.nanoTime();
        Product.start(PART, options, PORT).close();
        var first = (System.nanoTime() - begun) / 1e9;
        Files.writeString(
                home.resolve("database/postgresql.auto.conf"), Spoken.CONFIGURATION, StandardOpenOption.APPEND);
        begun = System.nanoTime();
        try (var product = Product.start(PART, options, PORT)) {
            table.add(
                    PART,
                    "start, until it is ready",
                    Map.of("firstSeconds", first, "nextSeconds", (System.nanoTime() - begun) / 1e9));
            run(product, home, options, table);
        }
    }

    private static void run(Product product, Path home, Bench.Options options, Table table) throws IOException {
        var usage = new Usage(product, home);
        Pause.millis(IDLE.toMillis());
        table.add(PART, "memory, idle for a minute", usage.memory());
        new Paths(product, home, PORT, usage, options).measure(table);
        new Uploads(product, PORT, usage, options).measure(table);
        table.add(PART, "memory, afterwards", usage.memory());
    }
}
