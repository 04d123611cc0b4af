package io.duban.platform.events;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps every {@link EventConsumer} at its work, woken by the doorbell and by a slow poll; one that fails is logged and tried again at the next turn. */
@Component
class EventConsumers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventConsumers.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Rings of a busy second become some turns, each of which takes all there is. */
    private static final Duration GAP = Duration.ofMillis(50);

    private final List<EventConsumer> consumers;
    private final EventLog events;
    private final ConsumerCursors cursors;
    private final DatabaseClient database;
    private final Doorbell doorbell;
    private volatile @Nullable Disposable running;

    EventConsumers(
            List<EventConsumer> consumers,
            EventLog events,
            ConsumerCursors cursors,
            DatabaseClient database,
            Doorbell doorbell) {
        this.consumers = consumers;
        this.events = events;
        this.cursors = cursors;
        this.database = database;
        this.doorbell = doorbell;
    }

    @Override
    public void start() {
        var all = Disposables.composite();
        consumers.forEach(consumer -> all.add(work(consumer).subscribe()));
        running = all;
    }

    private Flux<Long> work(EventConsumer consumer) {
        var consumption = new Consumption(consumer, events, cursors, database);
        // Those that come while whoever rings stands still are dropped: else they would be an error, and our end.
        var polls = Flux.interval(Duration.ZERO, POLL).onBackpressureDrop();
        return Flux.merge(doorbell.rings(), polls)
                .onBackpressureLatest()
                .concatMap(
                        tick -> consumption
                                .catchUp()
                                .doOnError(fault -> log.warn(
                                        "The consumer {} is held up and will be tried again: {}",
                                        consumer.name(),
                                        fault.toString()))
                                .onErrorComplete()
                                .then(Mono.delay(GAP)),
                        0);
    }

    @Override
    public void stop() {
        var started = running;
        if (started != null) {
            started.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Before the web server, after the connection pool. */
    @Override
    public int getPhase() {
        return 0;
    }
}
