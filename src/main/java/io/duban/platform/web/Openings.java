package io.duban.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
 * queue of the event loops everybody's commands would wait behind all of them (goal P9). Nobody is refused; who waits has cost nothing yet but his
 * connection, and is served in turn. A stream that has sent its head is open and takes no room here.
 */
@Component
class Openings {

    /** Of sixty-four, ten thousand were back as soon, and commands waited twice as long. */
    private static final int AT_ONCE = 16;

    private final AtomicInteger room;
    private final Queue<Turn> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger many = new AtomicInteger();

    @Autowired
    Openings(MeterRegistry meters) {
        this(AT_ONCE);
        meters.gauge("duban.streams.waiting", many);
    }

    Openings(int atOnce) {
        this.room = new AtomicInteger(atOnce);
    }

    /** Subscribes to the answer when there is room for it. Whoever hangs up before leaves the queue. */
    Mono<Void> inTurn(ServerWebExchange exchange, Mono<Void> answer) {
        return Mono.defer(() -> {
            var turn = new Turn();
            var opened = Mono.defer(() -> {
                exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(turn::end));
                return answer;
            });
            return turn.come().then(opened).doFinally(over -> turn.end());
        });
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
