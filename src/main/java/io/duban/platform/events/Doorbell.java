package io.duban.platform.events;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;

/** Rings after a commit of this instance, so that readers of the log look at once. A ring that is lost costs latency, never an event. */
@Component
public class Doorbell {

    private final Sinks.Many<Long> rings = Sinks.many().multicast().directBestEffort();

    public void ring() {
        // Two hands at the bell: the other's ring may have been heard before our commit, so ours must be heard too.
        while (rings.tryEmitNext(System.nanoTime()) == EmitResult.FAIL_NON_SERIALIZED) {
            Thread.onSpinWait();
        }
    }

    public Flux<Long> rings() {
        return rings.asFlux();
    }
}
