package io.duban.bench.requests;

import io.duban.bench.Bench;
import io.duban.bench.Office;
import io.duban.bench.Pool;
import io.duban.bench.Product;
import io.duban.bench.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Goals P5 and P6. A dispatcher decides on a ticket: token, permission, idempotency key, guarded row, to-dos, clocks, audit and event. He reads one by its
 * id, and a list of fifty. Beside each, in turns and on the same database, pgbench runs the very statements that the product sends for it.
 */
final class Paths {

    private static final int[] CALLERS = {8, 32};
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /** A decision is a hundred times the code of a read and comes to a tenth of its rate: the compiler is busy with it for a minute. */
    private static final Duration WARM_UP_OF_DECISIONS = Duration.ofSeconds(60);

    private static final int READ_AMONG = 1_000;

    /** More than either side, and than the product alone, can decide on in a second. */
    private static final int MOST_PER_SECOND = 5_000;

    private static final int MOST_OF_PRODUCT = 1_500;

    private static final String NEXT = "\\set n :base + :i * :clients + :client_id\n\\set i :i + 1\n";
    private static final String ANY = "\\set n random(0, " + (READ_AMONG - 1) + ")\n";
    private static final byte[] NOTHING = {};
    private static final byte[] DECISION = Office.CLASSIFICATION.getBytes(StandardCharsets.UTF_8);

    private final Product product;
    private final int port;
    private final Usage usage;
    private final Bench.Options options;
    private final Caught caught;
    private final Pool pool;
    private final Optional<PgBench> anchor;
    private final AtomicLong next = new AtomicLong(READ_AMONG);

    Paths(Product product, Path home, int port, Usage usage, Bench.Options options) {
        this.product = product;
        this.port = port;
        this.usage = usage;
        this.options = options;
        this.caught = new Caught(product.database(), home.resolve(Spoken.LOG));
        this.pool = new Pool(product.database(), product.office().accepted("bench requests"));
        this.anchor = PgBench.on(port + 3, options.work());
    }

    void measure(Table table) throws IOException {
        pool.upTo(READ_AMONG);
        if (anchor.isEmpty()) {
            table.add(Requests.PART, "pgbench", Map.of("anchor", "missing: install postgresql-contrib"));
        }
        compare("decide on a ticket", NEXT, this::decision, table);
        compare("read one ticket", ANY, number -> read("/hotline-tickets/" + Pool.id(number % READ_AMONG)), table);
        compare("list of 50", ANY, number -> read("/hotline-tickets?limit=50"), table);
    }

    private byte[] decision(long number) {
        var headers =
                "Authorization: Bearer %s\r\nContent-Type: application/json\r\nIf-Match: \"1\"\r\nIdempotency-Key: %s\r\n"
                        .formatted(
                                token(),
                                new UUID(
                                        ThreadLocalRandom.current().nextLong(),
                                        ThreadLocalRandom.current().nextLong()));
        return KeepAlive.message(
                "POST", "/v1/hotline-tickets/" + Pool.id(number) + "/classifications", headers, DECISION);
    }

    private byte[] read(String path) {
        return KeepAlive.message("GET", "/v1" + path, "Authorization: Bearer " + token() + "\r\n", NOTHING);
    }

    private String token() {
        return product.office().token("dispatcher");
    }

    private void compare(String name, String start, LongFunction<byte[]> request, Table table) throws IOException {
        warmUp(start, request);
        var script = anchor.isEmpty() ? "" : caught.script(start, () -> once(request));
        for (var callers : CALLERS) {
            var ours = Ran.NOTHING;
            var theirs = Ran.NOTHING;
            for (int round = 0; round < options.rounds(); round++) {
                fill(start, options.slice().multipliedBy(2), MOST_PER_SECOND);
                ours = ours.and(usage.of(() -> product(callers, options.slice(), request)));
                if (anchor.isPresent()) {
                    var base = next.get();
                    var ran = usage.of(() -> anchor.get().run(script, callers, options.slice(), base));
                    // Each client counts by itself: some came further than others.
                    next.addAndGet(2L * ran.millis().size() + callers);
                    theirs = theirs.and(ran);
                }
            }
            var what = name + ", " + callers + " callers";
            table.add(Requests.PART, what + ", product", ours.figures());
            if (anchor.isPresent()) {
                table.add(Requests.PART, what + ", pgbench", theirs.figures());
                table.add(
                        Requests.PART,
                        what,
                        Map.of(
                                "ratio", ours.perSecond() / theirs.perSecond(),
                                "cpuRatio", theirs.cpuUs("pgbench", "database") / ours.cpuUs("product", "database")));
            }
        }
    }

    private void warmUp(String start, LongFunction<byte[]> request) {
        var time = start.equals(NEXT) ? WARM_UP_OF_DECISIONS : WARM_UP;
        fill(start, time, MOST_OF_PRODUCT);
        product(CALLERS[0], time, request);
    }

    /** What is decided on is used up; what is read is not. */
    private void fill(String start, Duration time, int mostPerSecond) {
        if (start.equals(NEXT)) {
            pool.upTo(next.get() + time.toSeconds() * mostPerSecond);
        }
    }

    private Ran product(int callers, Duration time, LongFunction<byte[]> request) {
        return new KeepAlive(port, callers).run(time, next, number -> new byte[][] {request.apply(number)});
    }

    private void once(LongFunction<byte[]> request) {
        new KeepAlive(port, 1).run(Duration.ofNanos(1), next, number -> new byte[][] {request.apply(number)});
    }
}
