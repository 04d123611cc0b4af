package io.duban.platform.events;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows the log for ever: woken by the doorbell, and by a poll as the safety net when a ring was lost or another instance wrote. */
@Component
public class LogReader {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PAGE = 512;

    private final EventLog log;
    private final Doorbell doorbell;

    LogReader(EventLog log, Doorbell doorbell) {
        this.log = log;
        this.doorbell = doorbell;
    }

    /**
     * Everything after {@code start} in commit order, in pages that are never empty. Fails when the database is lost; subscribe again
     * from the last position seen then.
     */
    public Flux<List<LoggedEvent>> follow(LogPosition start) {
        return Flux.defer(() -> {
            var reached = new AtomicReference<>(start);
            return Flux.merge(doorbell.rings(), Flux.interval(Duration.ZERO, POLL))
                    // Rings during a read mean one more read, not one for each; without prefetch none of them is older
                    // than it.
                    .onBackpressureLatest()
                    .concatMap(tick -> newPages(reached), 0);
        });
    }

    private Flux<List<LoggedEvent>> newPages(AtomicReference<LogPosition> reached) {
        return nextPage(reached).expand(page -> page.size() < PAGE ? Mono.empty() : nextPage(reached));
    }

    private Mono<List<LoggedEvent>> nextPage(AtomicReference<LogPosition> reached) {
        return Mono.defer(() -> log.after(reached.get(), PAGE))
                .filter(page -> !page.isEmpty())
                .doOnNext(page -> reached.set(page.get(page.size() - 1).position()));
    }
}
