package io.duban.bench.streams;

import io.duban.bench.Office;
import io.duban.bench.Pause;
import io.duban.bench.Wire;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/** Real commands, sent on time whether or not earlier ones were answered. */
public final class Calls {

    /** A product that refuses more is full, and what it costs then says nothing. */
    private static final double FEW = 0.01;

    private final LongFunction<HttpRequest> command;
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final Map<Long, Long> sentAt = new ConcurrentHashMap<>();
    private final Map<Long, Long> answeredAt = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    private Calls(LongFunction<HttpRequest> command) {
        this.command = command;
    }

    /** Demands taken in by an agent; {@code title} of each by its number, counted from 1. */
    public static Calls accepting(Office office, LongFunction<String> title) {
        office.renew("agent");
        return new Calls(number -> office.accept(title.apply(number)));
    }

    /** Demands sorted by the dispatcher; {@code id} of each by its number, counted from 1. */
    static Calls classifying(Office office, LongFunction<String> id) {
        office.renew("dispatcher");
        return new Calls(number -> office.classify(id.apply(number)));
    }

    /** @return how many were sent */
    int send(int perSecond, BooleanSupplier goOn) {
        var begun = System.nanoTime();
        var under = new AtomicInteger();
        var sent = 0;
        while (goOn.getAsBoolean()) {
            var due = begun + (long) (sent * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long number = ++sent;
            under.incrementAndGet();
            sentAt.put(number, Mark.now());
            Wire.start(command.apply(number)).whenComplete((answer, fault) -> {
                millis.add((System.nanoTime() - due) / 1e6);
                if (answer == null || answer.statusCode() / 100 != 2) {
                    refused.incrementAndGet();
                } else {
                    answeredAt.put(number, Mark.now());
                }
                under.decrementAndGet();
            });
        }
        while (under.get() > 0) {
            Pause.millis(5);
        }
        return sent;
    }

    /** So many a second for that long, and as long as the last answer takes; gives how many were sent, the same number in every run. */
    public int send(int perSecond, Duration time) {
        var left = new AtomicInteger((int) (perSecond * time.toSeconds()));
        return send(perSecond, () -> left.getAndDecrement() > 0);
    }

    /** Of each command, from when it was to be sent until its answer. */
    List<Double> millis() {
        return List.copyOf(millis);
    }

    /** When each was sent, in microseconds since 1970, by its number. */
    Map<Long, Long> sentAt() {
        return sentAt;
    }

    /** When the answer to each that was carried out came, in microseconds since 1970, by its number. */
    Map<Long, Long> answeredAt() {
        return answeredAt;
    }

    /** Those with another answer than 200 or 201, or none. */
    public int refused() {
        return refused.get();
    }

    /** Whether more than a hundredth of so many was refused. */
    boolean tooManyRefused(long sent) {
        return tooMany(refused.get(), sent);
    }

    /** Whether so many refusals make what was measured incomparable. */
    public static boolean tooMany(long refused, long sent) {
        return refused > sent * FEW;
    }
}
