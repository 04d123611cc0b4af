package io.duban.bench.requests;

import io.duban.bench.Proc;
import io.duban.bench.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What product and database use, each for itself. */
final class Usage {

    private static final double TICKS_PER_SECOND = 100;

    private final Product product;
    private final long postmaster;

    /** What to do meanwhile. */
    interface Work {
        Ran run() throws IOException;
    }

    Usage(Product product, Path home) {
        this.product = product;
        try {
            this.postmaster = Long.parseLong(
                    Files.readAllLines(home.resolve("database/postmaster.pid")).get(0));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    Ran of(Work work) throws IOException {
        var productBefore = Proc.cpuSeconds(product.pid());
        var databaseBefore = databaseSeconds();
        var ran = work.run();
        var cpu = new TreeMap<>(ran.cpu());
        cpu.put("product", Proc.cpuSeconds(product.pid()) - productBefore);
        cpu.put("database", databaseSeconds() - databaseBefore);
        return new Ran(ran.millis(), ran.seconds(), cpu);
    }

    /** With what its ended children used, which is in fields 16 and 17: pgbench's sessions end before one can look. */
    private double databaseSeconds() {
        var children = ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(child -> Proc.cpuSeconds(child.pid()))
                .sum();
        return children + Proc.cpuSeconds(postmaster) + endedChildren();
    }

    private double endedChildren() {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(postmaster), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Proportional set size of the database's processes, in MB: what they share counts once. */
    double databaseMegabytes() {
        return java.util.stream.Stream.concat(
                                ProcessHandle.of(postmaster).stream(),
                                ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children))
                        .mapToLong(one -> pssKib(one.pid()))
                        .sum()
                / 1024.0;
    }

    private static long pssKib(long pid) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    Map<String, Object> memory() {
        return Map.of("productRssMb", Proc.rssKib(product.pid()) / 1024.0, "databasePssMb", databaseMegabytes());
    }
}
