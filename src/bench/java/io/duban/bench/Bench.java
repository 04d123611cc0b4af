package io.duban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One command for all figures: starts two products on databases of their own, one with few tickets and one with many, puts the same load on both in
 * turns, then a spike on the large one, and prints a table and a line of JSON for each row.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        var options = Options.of(arguments);
        try (var few = Product.start("few", options, 18_080);
                var many = Product.start("many", options, 18_180)) {
            var table = new Table(options.out());
            for (var product : List.of(few, many)) {
                product.grow(product == few ? options.few() : options.many());
            }
            new Growth(few, many, options).measure(table);
            new Spike(many, options).measure(table);
            table.print();
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
     * @param out lines of JSON are appended here
     */
    record Options(
            Path jar, Path work, int few, int many, Duration slice, int rounds, int workers, Duration spike, Path out) {

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
                    Path.of(given.text("out", work.resolve("figures.jsonl").toString())));
        }
    }
}
