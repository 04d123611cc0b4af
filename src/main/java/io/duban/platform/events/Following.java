package io.duban.platform.events;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One reader's way along the log. A ring is answered by reading at once. What rang may still be held back then, by an older transaction that has not
 * ended and may never ring itself; so as long as there is anything behind the last event read, the reader looks again soon.
 */
final class Following {

    private static final Duration SOON = Duration.ofMillis(50);

    /** What is read together is handed out together, and flushed once for each phone: who is behind takes much at a time. */
    private static final int PAGE = 2048;

    /** Who was at the end of the log less than {@link #FRESH} ago misses nothing by looking at what this time recorded. */
    private static final Duration WINDOW = Duration.ofDays(4);

    private static final Duration FRESH = Duration.ofDays(1);

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Longer than a statement and its answer take. The connection ends by itself when no byte comes; of an answer that breaks off in the middle only its reader knows. */
    private static final int LONGEST_LOOKS = 8;

    private final EventLog log;
    private final AtomicInteger looksInReading = new AtomicInteger();
    private final AtomicBoolean more = new AtomicBoolean();
    private volatile boolean reading;
    private volatile Reached reached;

    Following(EventLog log, LogPosition start) {
        this.log = log;
        this.reached = new Reached(start, OptionalLong.empty());
    }

    /**
     * How far the reader has come.
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

    private enum Look {
        RUNG,
        UNRUNG
    }

    /** The tick never stops: to start and cancel one with each ring would take a lock of the timer's, on the thread that has just committed. */
    Flux<List<LoggedEvent>> pages(Flux<?> rings, Duration poll) {
        return Flux.merge(
                        rings.map(ring -> Look.RUNG),
                        ticks(Duration.ZERO, poll).map(tick -> Look.UNRUNG),
                        ticks(SOON, SOON).filter(tick -> more.get()).map(tick -> Look.UNRUNG))
                // Rings during a read mean one more read, not one for each; without prefetch none of them is older
                // than it.
                .onBackpressureLatest()
                .concatMap(this::look, 0)
                .takeUntilOther(brokenOff());
    }

    /** Those that come while whoever rings stands still are dropped: else they would be an error. */
    private static Flux<Long> ticks(Duration first, Duration every) {
        return Flux.interval(first, every).onBackpressureDrop();
    }

    /** One tick for all readings, as above. */
    private Mono<Void> brokenOff() {
        return Flux.interval(LOOK)
                .onBackpressureDrop()
                .filter(tick -> reading && looksInReading.incrementAndGet() > LONGEST_LOOKS)
                .next()
                .flatMap(tick -> Mono.error(new TimeoutException("the log's answer did not come to its end")));
    }

    private <T> Mono<T> watched(Mono<T> answer) {
        return Mono.defer(() -> {
            looksInReading.set(0);
            reading = true;
            return answer.doOnTerminate(() -> reading = false);
        });
    }

    private Flux<List<LoggedEvent>> look(Look look) {
        if (look == Look.RUNG) {
            more.set(true);
            return newPages();
        }
        return watched(log.goesOnAfter(reached.position()))
                .doOnNext(more::set)
                .filter(on -> on)
                .flatMapMany(on -> newPages());
    }

    private Flux<List<LoggedEvent>> newPages() {
        return nextPage().expand(page -> page.size() < PAGE ? Mono.empty() : nextPage());
    }

    private Mono<List<LoggedEvent>> nextPage() {
        return Mono.defer(() -> {
                    var from = reached;
                    var asked = System.nanoTime();
                    return watched(page(from, asked)).doOnNext(page -> reached = from.after(page, asked));
                })
                .filter(page -> !page.isEmpty());
    }

    private Mono<List<LoggedEvent>> page(Reached from, long now) {
        return from.isFresh(now) ? log.after(from.position(), WINDOW, PAGE) : log.after(from.position(), PAGE);
    }
}
