package io.duban.platform.jobs;

import io.duban.platform.persistence.DirectConnections;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
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

/**
 * Which instance does what only one has to do: whose session holds an advisory lock of the database. The session ends, and the lock with it, when
 * its process dies; and when the database has heard nothing on it for {@link #LONGEST_SILENCE}, as of a leader that is frozen or cut off. That time
 * is counted by the database alone and, a little earlier, by the leader: their clocks need not agree.
 */
@Component
class Leadership implements SmartLifecycle {

    static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(Leadership.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String SILENCE = "set idle_session_timeout = " + LONGEST_SILENCE.toMillis();

    /** Any number will do, as long as nobody else locks it. */
    private static final String TRY = "select pg_try_advisory_lock(7308325467190)";

    private static final String STILL = "select true";

    private final DirectConnections connections;
    private final Sinks.Many<Boolean> losses = Sinks.many().multicast().directBestEffort();
    private volatile boolean leads;
    private volatile long heardAt;
    private volatile @Nullable Disposable running;

    Leadership(DirectConnections connections, MeterRegistry meters) {
        this.connections = connections;
        meters.gauge("duban.jobs.leads", this, leadership -> leadership.isHeld() ? 1 : 0);
    }

    private static final class Session {

        private final PostgresqlConnection connection;
        private boolean held;
        private boolean left;

        Session(PostgresqlConnection connection) {
            this.connection = connection;
        }
    }

    /** Runs the work if this instance leads, and no longer than it does; empty otherwise. */
    <T> Mono<T> whileHeld(Mono<T> work) {
        return Mono.defer(() -> isHeld() ? work.takeUntilOther(loss()) : Mono.empty());
    }

    /** Asked once more by whoever listens: of a loss in between he would never hear. */
    private Flux<Boolean> loss() {
        return Flux.merge(losses.asFlux(), Mono.fromSupplier(this::isHeld).filter(held -> !held));
    }

    /** By its own clock too: who was frozen wakes up in the belief to lead. */
    boolean isHeld() {
        return leads && System.nanoTime() - heardAt < LONGEST_SILENCE.toNanos();
    }

    @Override
    public void start() {
        running = Flux.usingWhen(connections.open().map(Session::new), this::beats, this::leave)
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BEAT))
                .subscribe();
    }

    private Flux<Boolean> beats(Session session) {
        return DirectConnections.run(session.connection, SILENCE)
                .thenMany(Flux.interval(Duration.ZERO, BEAT).onBackpressureDrop())
                .concatMap(tick -> beat(session), 0);
    }

    private Mono<Boolean> beat(Session session) {
        return Mono.defer(() -> {
            var asked = System.nanoTime();
            return session.connection
                    .createStatement(session.held ? STILL : TRY)
                    .execute()
                    .flatMap(result -> result.map((row, columns) -> row.get(0, Boolean.class)))
                    .single()
                    .timeout(PATIENCE)
                    .doOnNext(is -> hear(session, is, asked));
        });
    }

    /** An answer may come on one thread while another leaves the session: whoever has left leads no more. */
    private void hear(Session session, boolean is, long asked) {
        boolean changed;
        synchronized (this) {
            if (session.left) {
                return;
            }
            session.held = is;
            heardAt = asked;
            changed = leads != is;
            leads = is;
        }
        tell(changed, is);
    }

    private Mono<Void> leave(Session session) {
        boolean changed;
        synchronized (this) {
            session.left = true;
            changed = leads;
            leads = false;
        }
        tell(changed, false);
        return session.connection.close();
    }

    private void tell(boolean changed, boolean now) {
        if (changed) {
            log.info(
                    now
                            ? "This instance does what one of all has to do"
                            : "Another instance may do what one has to do");
            if (!now) {
                losses.tryEmitNext(true);
            }
        }
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

    /** Right after the jobs, so that others go on with them while this instance serves its last requests. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
