package io.duban.bench.streams;

import io.duban.bench.Office;
import io.duban.bench.Pause;
import io.duban.bench.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/** Real commands, accepted calls, sent on time whether or not earlier ones were answered. */
final class Calls {

    private final Office office;
    private final LongFunction<String> title;
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    Calls(Office office, LongFunction<String> title) {
        this.office = office;
        this.title = title;
    }

    /** @return how many were sent */
    int send(int perSecond, BooleanSupplier goOn) {
        var begun = System.nanoTime();
        var under = new AtomicInteger();
        var number = 0;
        while (goOn.getAsBoolean()) {
            var due = begun + (long) (number * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            number++;
            under.incrementAndGet();
            Wire.start(office.accept(title.apply(number))).whenComplete((answer, fault) -> {
                millis.add((System.nanoTime() - due) / 1e6);
                if (answer == null || answer.statusCode() != 201) {
                    refused.incrementAndGet();
                }
                under.decrementAndGet();
            });
        }
        while (under.get() > 0) {
            Pause.millis(5);
        }
        return number;
    }

    int send(int perSecond, Duration time) {
        var until = System.nanoTime() + time.toNanos();
        return send(perSecond, () -> System.nanoTime() < until);
    }

    /** Of each command, from when it was to be sent until its answer. */
    List<Double> millis() {
        return List.copyOf(millis);
    }

    int refused() {
        return refused.get();
    }
}
