package io.duban.documents;

import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One after the other, for commands that all want the same row: whoever takes a number here waits for his turn instead of losing a race in the
 * database and starting again. It saves work only; that no number is given twice is the guard's doing, also against other instances.
 */
@Component
public class Turns {

    private final AtomicReference<Mono<Void>> last = new AtomicReference<>(Mono.empty());

    /** The work, begun when the one before has ended, however it ended. */
    public <T> Mono<T> inTurn(Mono<T> work) {
        return Mono.defer(() -> {
            var done = Sinks.<Void>empty();
            var before = last.getAndSet(done.asMono());
            return before.then(work).doFinally(end -> done.tryEmitEmpty());
        });
    }
}
