package io.duban.platform.events;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Rings after a commit of this instance, so that readers of the log look at once. A ring that is lost costs latency, never an event. */
@Component
public class Doorbell {

    private final Sinks.Many<Long> rings = Sinks.many().multicast().directBestEffort();
    private final AtomicInteger asked = new AtomicInteger();

    /** Never waits: when another thread is at the bell, it rings once more for us, since its ring may have been heard before our commit. */
    public void ring() {
        if (asked.getAndIncrement() != 0) {
            return;
        }
        int heard = 1;
        do {
            rings.tryEmitNext(System.nanoTime());
            heard = asked.addAndGet(-heard);
        } while (heard != 0);
    }

    public Flux<Long> rings() {
        return rings.asFlux();
    }
}
