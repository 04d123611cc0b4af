package io.duban.platform.events;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows the log for ever: woken by the doorbell, and by a poll as the safety net when a ring was lost or another instance wrote. */
@Component
public class LogReader {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PAGE = 512;

    /** Who was at the end of the log less than {@link #FRESH} ago misses nothing by looking at what this time recorded. */
    private static final Duration WINDOW = Duration.ofDays(4);

    private static final Duration FRESH = Duration.ofDays(1);

    private final EventLog log;
    private final Doorbell doorbell;

    LogReader(EventLog log, Doorbell doorbell) {
        this.log = log;
        this.doorbell = doorbell;
    }

    /**
     * Everything after {@code start} in commit order, in pages that are never empty. Fails when the database is lost; subscribe again
     * from the last position seen then. Fails as well when events after {@code start} have left the log: nobody is to believe that he has them all.
     */
    public Flux<List<LoggedEvent>> follow(LogPosition start) {
        return log.standing(start)
                .filter(standing -> !standing.gone())
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("events after %s have left the log".formatted(start))))
                .flatMapMany(standing -> pages(start));
    }

    private Flux<List<LoggedEvent>> pages(LogPosition start) {
        return Flux.defer(() -> {
            var reached = new AtomicReference<>(new Reached(start, OptionalLong.empty()));
            return Flux.merge(doorbell.rings(), Flux.interval(Duration.ZERO, POLL))
                    // Rings during a read mean one more read, not one for each; without prefetch none of them is older
                    // than it.
                    .onBackpressureLatest()
                    .concatMap(tick -> newPages(reached), 0);
        });
    }

    /**
     * How far a reader has come.
     *
     * @param atEnd when he was last at the end of the log, by the clock of {@link System#nanoTime}
     */
    private record Reached(LogPosition position, OptionalLong atEnd) {

        Reached after(List<LoggedEvent> page, long asked) {
            return new Reached(
                    page.isEmpty() ? position : page.get(page.size() - 1).position(),
                    page.size() < PAGE ? OptionalLong.of(asked) : atEnd);
        }

        boolean isFresh(long now) {
            return atEnd.isPresent() && now - atEnd.getAsLong() < FRESH.toNanos();
        }
    }

    private Flux<List<LoggedEvent>> newPages(AtomicReference<Reached> reached) {
        return nextPage(reached).expand(page -> page.size() < PAGE ? Mono.empty() : nextPage(reached));
    }

    private Mono<List<LoggedEvent>> nextPage(AtomicReference<Reached> reached) {
        return Mono.defer(() -> {
                    var from = reached.get();
                    var asked = System.nanoTime();
                    return page(from, asked).doOnNext(page -> reached.set(from.after(page, asked)));
                })
                .filter(page -> !page.isEmpty());
    }

    private Mono<List<LoggedEvent>> page(Reached from, long now) {
        return from.isFresh(now) ? log.after(from.position(), WINDOW, PAGE) : log.after(from.position(), PAGE);
    }
}
