package io.duban.bench.instances;

import io.duban.bench.Bench;
import io.duban.bench.Product;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Two instances on the database of the first. */
record Pair(String doorbell, Product first, Second second, int port) implements AutoCloseable {

    /**
     * @param port of the first; the second's is five further
     * @param more properties of both
     */
    static Pair start(String doorbell, Bench.Options options, int port, List<String> more) throws IOException {
        var properties = Stream.concat(more.stream(), Stream.of("--duban.realtime.doorbell=" + doorbell))
                .toList();
        var first = Product.start("pair-" + doorbell, options, port, properties.toArray(String[]::new));
        try {
            return new Pair(
                    doorbell,
                    first,
                    Second.start("pair-" + doorbell + "-second", options, port + 5, port, properties),
                    port);
        } catch (IOException | RuntimeException failed) {
            first.close();
            throw failed;
        }
    }

    /**
     * @param streams half of them are on the second
     * @param besides what else it costs, in seconds of processor time
     */
    Side side(int streams, DoubleSupplier besides) {
        var ears = Stream.concat(
                        Collections.nCopies(streams / 2, URI.create("http://localhost:" + port)).stream(),
                        Collections.nCopies(streams / 2, second.api()).stream())
                .toList();
        return new Side(
                "two, " + doorbell,
                first.office(),
                ears,
                () -> first.cpuSeconds() + second.cpuSeconds() + besides.getAsDouble());
    }

    @Override
    public void close() {
        second.close();
        first.close();
    }
}
