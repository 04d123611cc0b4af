package io.duban.platform.events;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Rings after a commit of this instance, so that readers of the log look at once. A ring that is lost costs latency, never an event. */
@Component
public class Doorbell {

    private final Sinks.Many<Long> rings = Sinks.many().multicast().directBestEffort();

    public void ring() {
        // Fails only when nobody listens or another thread rings at this moment: then somebody looks anyway.
        rings.tryEmitNext(System.nanoTime());
    }

    public Flux<Long> rings() {
        return rings.asFlux();
    }
}
