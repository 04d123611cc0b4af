package io.duban.platform.realtime;

import io.duban.platform.events.EventLog;
import io.duban.platform.events.LogBeginning;
import io.duban.platform.events.LogReader;
import io.duban.platform.events.LoggedEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/** The one reader of the log of this instance: fills the tail before the first request comes, goes on through losses of the database. */
@Component
class TailFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TailFeed.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LOADING = Duration.ofSeconds(5);

    private final EventLog events;
    private final LogReader reader;
    private final Envelopes envelopes;
    private final StreamRules rules;
    private final LogBeginning beginning;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Sinks.One<Boolean> loaded = Sinks.one();
    private volatile @Nullable Tail tail;
    private volatile @Nullable Disposable following;
    private boolean lost;

    TailFeed(EventLog events, LogReader reader, Envelopes envelopes, StreamRules rules, LogBeginning beginning) {
        this.events = events;
        this.reader = reader;
        this.envelopes = envelopes;
        this.rules = rules;
        this.beginning = beginning;
    }

    /** Told on the feed's thread, so it must be quick. */
    interface Listener {

        /** There are new events at the end of the tail. */
        void grown();

        /** The database is another one than before; every stream's position has lost its meaning. */
        void replaced();
    }

    void tell(Listener listener) {
        listeners.add(listener);
    }

    /** The tail once it is loaded; fails as a timeout when the database does not answer. */
    Mono<Tail> tail() {
        var now = tail;
        return now != null
                ? Mono.just(now)
                : loaded.asMono().timeout(LOADING).map(done -> java.util.Objects.requireNonNull(tail));
    }

    /** Whether it is the tail of this database, and not of the one before. */
    boolean isCurrent(Tail some) {
        return tail == some;
    }

    @Override
    public void start() {
        following = Flux.defer(this::load)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true)
                        .doBeforeRetry(retry -> complainOnce(retry.failure())))
                .subscribe();
    }

    private Flux<List<LoggedEvent>> load() {
        return events.epoch()
                .flatMap(epoch -> {
                    var known = tail;
                    return known != null && known.epoch().equals(epoch) ? Mono.just(known) : newTail(epoch);
                })
                .flatMapMany(this::follow);
    }

    private Mono<Tail> newTail(String epoch) {
        return Mono.zip(events.newest(rules.tail()), beginning.position(), (newest, gone) -> {
            // A full page may have older events before it: its first one is where the tail's knowledge begins.
            var floor = newest.size() < rules.tail() ? gone : newest.get(0).position();
            var fresh = new Tail(epoch, floor, rules.tail(), envelopes);
            fresh.append(newest.size() < rules.tail() ? newest : newest.subList(1, newest.size()));
            var replaced = tail != null;
            tail = fresh;
            loaded.tryEmitValue(true);
            if (replaced) {
                listeners.forEach(Listener::replaced);
            }
            return fresh;
        });
    }

    private Flux<List<LoggedEvent>> follow(Tail current) {
        return Flux.defer(() -> reader.follow(current.reached())).doOnNext(page -> {
            if (lost) {
                lost = false;
                log.info("Reading the event log again");
            }
            current.append(page);
            listeners.forEach(Listener::grown);
        });
    }

    private void complainOnce(Throwable fault) {
        if (!lost) {
            lost = true;
            log.warn("The event log cannot be read; trying again until it can: {}", fault.toString());
        }
    }

    @Override
    public void stop() {
        var running = following;
        if (running != null) {
            running.dispose();
            following = null;
        }
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }

    /** Before the web server, after the connection pool. */
    @Override
    public int getPhase() {
        return 0;
    }
}
