package io.duban.platform.realtime;

import io.duban.platform.events.EventLog;
import io.duban.platform.events.LogPosition;
import io.duban.platform.events.LoggedEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Reads from the database for streams that have fallen out of the tail, a few at a time: a thousand phones coming back must not take the pool. */
final class Replays {

    private static final int AT_ONCE = 3;
    private static final int PAGE = 500;

    private final EventLog log;
    private final Duration window;
    private final Counter read;
    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    /** @param window what was recorded before it is not looked for: no cursor that is honoured has missed it */
    Replays(EventLog log, Duration window, MeterRegistry meters) {
        this.log = log;
        this.window = window;
        this.read = meters.counter("duban.realtime.replays");
    }

    private record Request(LogPosition after, Consumer<List<LoggedEvent>> then, Runnable failed) {}

    /** Reads the next page after a position and calls back from some thread. */
    void read(LogPosition after, Consumer<List<LoggedEvent>> then, Runnable failed) {
        waiting.add(new Request(after, then, failed));
        startNext();
    }

    private void startNext() {
        while (!waiting.isEmpty() && running.getAndUpdate(now -> Math.min(now + 1, AT_ONCE)) < AT_ONCE) {
            var request = waiting.poll();
            if (request == null) {
                running.decrementAndGet();
            } else {
                start(request);
            }
        }
    }

    private void start(Request request) {
        read.increment();
        log.after(request.after(), window, PAGE)
                .doFinally(over -> {
                    running.decrementAndGet();
                    startNext();
                })
                .subscribe(request.then(), fault -> request.failed().run());
    }
}
