package io.duban.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Event streams are opened some at a time. Phones that lost theirs in the same moment come back in the same moment, and each costs more than a command: in the
 * queue of the event loops everybody's commands would wait behind all of them (goal P9). Nobody is refused while streams can be opened; who waits has cost nothing yet but his
 * connection, and is served in turn. A stream that has sent its head is open and takes no room here.
 *
 * <p>Whoever is inside and has no head in 10 s fails as a timeout, as a command does. Where somebody could not be served for a second or more, and nobody else got his stream meanwhile,
 * there is no way to the database: all who wait are told so at once, instead of sixteen whenever sixteen have failed.
 */
@Component
class Openings {

    /** Of sixty-four, ten thousand were back as soon, and commands waited twice as long. */
    private static final int AT_ONCE = 16;

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long MANY_MILLIS = 1_000;

    private final AtomicInteger room;
    private final Queue<Turn> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger many = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();

    @Autowired
    Openings(MeterRegistry meters) {
        this(AT_ONCE);
        meters.gauge("duban.streams.waiting", many);
    }

    Openings(int atOnce) {
        this.room = new AtomicInteger(atOnce);
    }

    /**
     * Subscribes to the answer when there is room for it. Whoever hangs up before leaves the queue. Fails with a {@link TimeoutException} when no head was sent in time; what has its head is
     * never cut.
     */
    Mono<Void> inTurn(ServerWebExchange exchange, Mono<Void> answer) {
        return Mono.defer(() -> {
            var turn = new Turn();
            var served = Mono.defer(() -> {
                exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> turn.head(exchange)));
                return answer.timeout(turn.tooLate()).doOnError(fault -> turn.fail());
            });
            return turn.come().then(served).doFinally(over -> turn.end());
        });
    }

    private void refuseAll() {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            next.refuse();
        }
    }

    private static long now() {
        return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
    }

    private boolean takeRoom() {
        return room.getAndUpdate(free -> Math.max(0, free - 1)) > 0;
    }

    private void callNext() {
        while (!waiting.isEmpty() && takeRoom()) {
            var next = waiting.poll();
            if (next == null || !next.call()) {
                room.incrementAndGet();
            }
        }
    }

    private enum State {
        WAITING,
        INSIDE,
        OVER
    }

    private final class Turn {

        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private final Sinks.Empty<Void> called = Sinks.empty();
        private long begun;
        private int openedBefore;

        /** On the caller's own thread where there is room at once; who was called by another goes on elsewhere, not in that one's place on his event loop. */
        Mono<Void> come() {
            if (waiting.isEmpty() && takeRoom()) {
                state.set(State.INSIDE);
                return Mono.empty();
            }
            many.incrementAndGet();
            waiting.add(this);
            callNext();
            return called.asMono().publishOn(Schedulers.parallel());
        }

        boolean call() {
            if (!state.compareAndSet(State.WAITING, State.INSIDE)) {
                return false;
            }
            many.decrementAndGet();
            called.tryEmitEmpty();
            return true;
        }

        void refuse() {
            if (state.compareAndSet(State.WAITING, State.OVER)) {
                many.decrementAndGet();
                called.tryEmitError(new TimeoutException("no stream could be opened"));
            }
        }

        /** Comes when his time is over and he has no head; never for whoever has one. */
        Mono<Long> tooLate() {
            begun = now();
            openedBefore = opened.get();
            return Mono.delay(LONGEST)
                    .filter(now -> state.get() == State.INSIDE)
                    .switchIfEmpty(Mono.never());
        }

        void head(ServerWebExchange exchange) {
            var status = exchange.getResponse().getStatusCode();
            if (status != null && status.is5xxServerError()) {
                fail();
            } else if (state.get() == State.INSIDE && (status == null || status.is2xxSuccessful())) {
                opened.incrementAndGet();
            }
            end();
        }

        /** One that fails at once says nothing of the others. */
        void fail() {
            if (state.get() == State.INSIDE && now() - begun >= MANY_MILLIS && opened.get() == openedBefore) {
                refuseAll();
            }
        }

        void end() {
            switch (state.getAndSet(State.OVER)) {
                case WAITING -> many.decrementAndGet();
                case INSIDE -> {
                    room.incrementAndGet();
                    callNext();
                }
                case OVER -> {}
            }
        }
    }
}
