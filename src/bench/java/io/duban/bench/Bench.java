package io.duban.bench;

import io.duban.bench.instances.Instances;
import io.duban.bench.province.Province;
import io.duban.bench.requests.Requests;
import io.duban.bench.streams.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One command for all figures: measures one part after the other, each of which starts what it needs, and prints a table and a line of JSON for each row.
 */
public final class Bench {

    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("growth", Bench::growth);
        PARTS.put("spike", Bench::spike);
        PARTS.put("province", Province::measure);
        PARTS.put("streams", Streams::measure);
        PARTS.put("requests", Requests::measure);
        PARTS.put("instances", Instances::measure);
    }

    private Bench() {}

    /** A part of the figures, which can be measured alone. */
    interface Part {
        void measure(Options options, Table table) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        // A product that was started anew knows nothing of the connections to the one before.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        var options = Options.of(arguments);
        var table = new Table(options.out());
        // Whoever interrupts the benchmark wants what it started to end too.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        for (var part : new Arguments(arguments)
                .text("parts", String.join(",", PARTS.keySet()))
                .split(",")) {
            PARTS.getOrDefault(part, unknown(part)).measure(options, table);
        }
        table.print();
    }

    private static Part unknown(String name) {
        return (options, table) -> {
            throw new IllegalArgumentException(name + " is none of the parts " + PARTS.keySet());
        };
    }

    /** Two products on databases of their own, one with few tickets and one with many, take turns. */
    private static void growth(Options options, Table table) throws IOException {
        try (var few = Product.start("few", options, 18_080);
                var many = Product.start("many", options, 18_180)) {
            few.grow(options.few());
            many.grow(options.many());
            new Growth(few, many, options).measure(table);
        }
    }

    private static void spike(Options options, Table table) throws IOException {
        try (var many = Product.start("many", options, 18_180)) {
            many.grow(options.many());
            new Spike(many, options).measure(table);
        }
    }

    /**
     * @param jar the packaged product
     * @param work where the databases are; kept, so that the next run need not fill them again
     * @param few tickets in the small database
     * @param many tickets in the large database
     * @param slice how long each load runs before it is the other product's turn
     * @param rounds how many turns each has
     * @param workers callers at the same time
     * @param spike how long the spike lasts
     * @param streams idle streams held at the same time; others take their parts of it
     * @param rows which goals of a part are measured, such as {@code P2,P4}; all when empty
     * @param rates commands a second of the rows that offer them, P4 and P12; the part's own when empty
     * @param java options of the product's Java, such as {@code -Xmx1g}
     * @param out lines of JSON are appended here
     */
    public record Options(
            Path jar,
            Path work,
            int few,
            int many,
            Duration slice,
            int rounds,
            int workers,
            Duration spike,
            int streams,
            Set<String> rows,
            List<Integer> rates,
            List<String> java,
            Path out) {

        /** Whether a goal is among those that were asked for. */
        public boolean wants(String row) {
            return rows.isEmpty() || rows.contains(row);
        }

        /** The rates that were asked for, or else these. */
        public List<Integer> ratesOr(int... otherwise) {
            return rates.isEmpty() ? Arrays.stream(otherwise).boxed().toList() : rates;
        }

        static Options of(String[] arguments) throws IOException {
            var given = new Arguments(arguments);
            var work = Files.createDirectories(Path.of(given.text("work", "target/bench")));
            return new Options(
                    Path.of(given.text("jar", "target/duban.jar")),
                    work,
                    given.number("few", 1_000),
                    given.number("many", 1_000_000),
                    Duration.ofSeconds(given.number("slice", 5)),
                    given.number("rounds", 4),
                    given.number("workers", 8),
                    Duration.ofSeconds(given.number("spike", 60)),
                    given.number("streams", 19_000),
                    given.words("rows", ","),
                    given.words("rates", ",").stream()
                            .map(Integer::valueOf)
                            .sorted()
                            .toList(),
                    List.of(given.text("java", "-Xmx1g").split(" ")),
                    Path.of(given.text("out", work.resolve("figures.jsonl").toString())));
        }
    }
}
