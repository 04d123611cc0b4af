package io.duban.platform.events;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Rings after a commit, so that readers of the log look at once. A ring that is lost costs latency, never an event. */
@Component
public class Doorbell {

    private static final Logger log = LoggerFactory.getLogger(Doorbell.class);

    private final Bell own = new Bell();
    private final Bell others = new Bell();

    /** This instance has committed. Never waits. */
    public void ring() {
        own.ring();
    }

    /** Another instance has committed, or may have done so unheard. Never told on: two instances would ring for ever. */
    void ringForOthers() {
        others.ring();
    }

    /** Every ring, whoever committed. */
    public Flux<Long> rings() {
        return Flux.merge(own.rings(), others.rings());
    }

    /** What other instances must be told. */
    Flux<Long> ownRings() {
        return own.rings();
    }

    private static final class Bell {

        private final Sinks.Many<Long> rings = Sinks.many().multicast().directBestEffort();
        private final AtomicInteger asked = new AtomicInteger();

        /** When another thread is at the bell, it rings once more for us, since its ring may have been heard before our commit. */
        void ring() {
            if (asked.getAndIncrement() != 0) {
                return;
            }
            int heard = 1;
            do {
                emit();
                heard = asked.addAndGet(-heard);
            } while (heard != 0);
        }

        /** Whoever rings has committed: a listener's fault is not his, and must leave the bell as it was, or nobody would hear it again. */
        private void emit() {
            try {
                rings.tryEmitNext(System.nanoTime());
            } catch (RuntimeException | Error fault) {
                Exceptions.throwIfFatal(fault);
                log.error("A listener to the doorbell failed; what it missed is found by its poll", fault);
            }
        }

        Flux<Long> rings() {
            return rings.asFlux();
        }
    }
}
