package io.duban.bench;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Goal P8: tickets come in at three times the rate the product can sustain, whether or not the earlier ones were answered; what is left of it afterwards.
 */
final class Spike {

    private static final Duration CALM = Duration.ofSeconds(15);
    private static final Duration AFTER = Duration.ofSeconds(30);
    private static final double CALM_SHARE = 0.5;
    private static final double TIMES = 3;

    private final Product product;
    private final Bench.Options options;
    private final String title = "bench spike " + System.currentTimeMillis();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger impolite = new AtomicInteger();

    Spike(Product product, Bench.Options options) {
        this.product = product;
        this.options = options;
    }

    /** @param afterSeconds when it was sent, from the start of its phase */
    private record Answered(double afterSeconds, double millis, int status) {}

    void measure(Table table) {
        var sustained = new Load(options.workers() * 4, Duration.ofSeconds(10))
                .run(this::one)
                .perSecond();
        var calm = send(sustained * CALM_SHARE, CALM);
        var spike = send(sustained * TIMES, options.spike());
        var after = send(sustained * CALM_SHARE, AFTER);
        var normal = Percentile.of(millis(calm), 0.99);
        table.add("spike", "sustained, creates/s", Map.of("perSecond", sustained));
        table.add("spike", "before, at half of it", Map.of("p50ms", Percentile.of(millis(calm), 0.5), "p99ms", normal));
        table.add(
                "spike",
                "during, at three times",
                Map.of(
                        "sent", spike.size(),
                        "accepted", count(spike, 201),
                        "busy503", count(spike, 503),
                        "tooMany429", count(spike, 429),
                        "other", spike.size() - count(spike, 201) - count(spike, 503) - count(spike, 429),
                        "withoutRetryAfter", impolite.get(),
                        "acceptedP99ms", Percentile.of(millis(spike), 0.99)));
        table.add(
                "spike",
                "after, at half",
                Map.of(
                        "normalAgainAfterSeconds", normalAgain(after, normal),
                        "p99ms",
                                Percentile.of(
                                        millis(after.stream()
                                                .filter(one -> one.afterSeconds > 10)
                                                .toList()),
                                        0.99),
                        "refused", after.size() - count(after, 201)));
        var acknowledged = statuses.getOrDefault(201, new AtomicInteger()).get();
        var unsure = statuses.getOrDefault(0, new AtomicInteger()).get();
        var there = product.database().count("select count(*) from hotline_ticket where title = '" + title + "'");
        table.add(
                "spike",
                "acknowledged and there",
                Map.of(
                        "acknowledged", acknowledged,
                        "unanswered", unsure,
                        "there", there,
                        "lost", Math.max(0, acknowledged - there),
                        "doubled", Math.max(0, there - acknowledged - unsure)));
    }

    private void one() {
        note(Wire.send(product.office().accept(title)));
    }

    /** Sends on time, whether or not earlier ones were answered: a queue that only forms because nobody waits would not be seen otherwise. */
    private List<Answered> send(double perSecond, Duration time) {
        Queue<Answered> all = new ConcurrentLinkedQueue<>();
        var begun = System.nanoTime();
        var total = (int) (perSecond * time.toSeconds());
        var open = new AtomicInteger(total);
        for (int number = 0; number < total; number++) {
            var due = begun + (long) (number / perSecond * 1e9);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Wire.start(product.office().accept(title)).whenComplete((answer, fault) -> {
                all.add(new Answered(
                        (due - begun) / 1e9,
                        (System.nanoTime() - due) / 1e6,
                        answer == null ? 0 : answer.statusCode()));
                note(answer);
                open.decrementAndGet();
            });
        }
        while (open.get() > 0) {
            Pause.millis(20);
        }
        return new ArrayList<>(all);
    }

    private void note(@org.jspecify.annotations.Nullable HttpResponse<String> answer) {
        var status = answer == null ? 0 : answer.statusCode();
        statuses.computeIfAbsent(status, first -> new AtomicInteger()).incrementAndGet();
        var refused = status == 429 || status == 503;
        if (refused && answer.headers().firstValue("Retry-After").isEmpty()) {
            impolite.incrementAndGet();
        }
    }

    /** The first second from which on the 99th percentile of each second stays within twice the normal one; -1: never. */
    private static double normalAgain(List<Answered> after, double normal) {
        var last = -1;
        for (int second = 0; second < AFTER.toSeconds(); second++) {
            var at = second;
            var inIt =
                    after.stream().filter(one -> (int) one.afterSeconds == at).toList();
            var slow = Percentile.of(inIt.stream().map(Answered::millis).toList(), 0.99) > Math.max(2 * normal, 50);
            if (slow || inIt.stream().anyMatch(one -> one.status != 201)) {
                last = second;
            }
        }
        return last == AFTER.toSeconds() - 1 ? -1 : last + 1.0;
    }

    private static List<Double> millis(List<Answered> answers) {
        return answers.stream()
                .filter(one -> one.status == 201)
                .map(Answered::millis)
                .toList();
    }

    private static long count(List<Answered> answers, int status) {
        return answers.stream().filter(one -> one.status == status).count();
    }
}
