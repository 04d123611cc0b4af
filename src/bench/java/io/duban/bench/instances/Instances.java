package io.duban.bench.instances;

import io.duban.bench.Bench;
import io.duban.bench.Proc;
import io.duban.bench.Product;
import io.duban.bench.Table;
import io.duban.support.RealRedis;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Goal P12: commands on one instance, as many and at the same rates for one and for two, half of the streams on another of the same database; how much later those hear of it, and what it costs
 * in all, beside one product that stands alone with all streams. Each is warmed up first; then they take turns.
 */
public final class Instances {

    private static final String PART = "instances";
    private static final int PORT = 25_080;
    private static final int STREAMS = 20;
    private static final int[] PER_SECOND = {25, 100, 200};

    private Instances() {}

    /** Starts one product alone, two pairs and a Redis, and lets them take turns. */
    public static void measure(Bench.Options options, Table table) throws IOException {
        var room = "--duban.realtime.per-client=" + STREAMS;
        try (var redis = RealRedis.started();
                var alone = Product.start("alone", options, PORT, room);
                var byPostgres = Pair.start("postgres", options, PORT + 10, List.of(room));
                var byRedis = Pair.start(
                        "redis",
                        options,
                        PORT + 20,
                        List.of(room, "--duban.realtime.redis-uri=redis://127.0.0.1:" + redis.port()))) {
            var one = new Side(
                    "one",
                    alone.office(),
                    Collections.nCopies(STREAMS, URI.create("http://localhost:" + PORT)),
                    alone::cpuSeconds);
            var sides = List.of(
                    one, byPostgres.side(STREAMS, () -> 0), byRedis.side(STREAMS, () -> Proc.cpuSeconds(redis.pid())));
            var rates = options.ratesOr(PER_SECOND);
            var most = rates.stream().mapToInt(rate -> rate).max().orElseThrow();
            sides.forEach(side -> table.add(PART, side.name() + ", warm-up", side.warmUp(most)));
            sides.forEach(side ->
                    table.add(PART, side.name() + ", idle", Map.of("cpuMsPerSecond", side.idle(options.slice()))));
            for (int perSecond : rates) {
                for (int round = 0; round < options.rounds(); round++) {
                    sides.forEach(side -> side.turn(perSecond, options.slice()));
                }
                sides.forEach(side ->
                        table.add(PART, "%s, %d a second".formatted(side.name(), perSecond), side.figures(one)));
                sides.forEach(Side::forget);
            }
        }
    }
}
