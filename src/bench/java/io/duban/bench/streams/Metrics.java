package io.duban.bench.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What the product says of itself to its operator. */
record Metrics(int port) {

    /** The value of a metric, in the form of Prometheus; 0 when it does not know it. */
    double of(String name) {
        return of(name, "");
    }

    /** What lives on its heap, and what nobody has collected yet. */
    double heapBytes() {
        return of("jvm_memory_used_bytes", "area=\"heap\"");
    }

    private double of(String name, String label) {
        try (var in = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus")
                .toURL()
                .openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .filter(line -> line.contains(label))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
