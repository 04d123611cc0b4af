package io.duban.platform.realtime;

import io.duban.platform.identity.PersonChanges;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Keeps streams true to who their officers are, and ends them before the web server begins to wait for its last requests. */
@Component
class StreamLifecycle implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final LiveStreams streams;
    private final PersonChanges changes;
    private volatile @Nullable Disposable watching;

    StreamLifecycle(LiveStreams streams, PersonChanges changes) {
        this.streams = streams;
        this.changes = changes;
    }

    @Override
    public void start() {
        streams.reopen();
        watching = changes.follow().concatMap(streams::review).subscribe();
    }

    @Override
    public void stop(Runnable done) {
        streams.close();
        var running = watching;
        if (running != null) {
            running.dispose();
            watching = null;
        }
        Flux.interval(Duration.ZERO, LOOK)
                .takeUntil(tick -> streams.count() == 0)
                .take(GOODBYE)
                .doFinally(over -> done.run())
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }

    /** Stopped first of all, and so before graceful shutdown waits for requests that would not end. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
