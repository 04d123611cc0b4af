package io.duban.platform.events;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Rings after a commit, so that readers of the log look at once. A ring that is lost costs latency, never an event. */
@Component
public class Doorbell {

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
                rings.tryEmitNext(System.nanoTime());
                heard = asked.addAndGet(-heard);
            } while (heard != 0);
        }

        Flux<Long> rings() {
            return rings.asFlux();
        }
    }
}
