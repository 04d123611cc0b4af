package io.duban.platform.events;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Exchanges rings with the other instances, on each way for itself: a ring heard twice is one more look at the log. No request waits for a ring and
 * readiness does not ask for one. Each way is proved by what this instance itself says on it: who does not hear himself connects anew.
 */
@Component
class Neighbours implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Neighbours.class);
    private static final Duration GAP = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);
    private static final int SIGNS_OF_LIFE_IN_IT = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Doorbell doorbell;
    private final Duration silence;
    private final List<Way> ways;
    private final String instance = UuidCreator.getRandomBased().toString();
    private volatile @Nullable Disposable running;

    @Autowired
    Neighbours(Doorbell doorbell, ObjectProvider<RemoteDoorbell> ways, MeterRegistry meters) {
        this(doorbell, ways.orderedStream().toList(), meters, LONGEST_SILENCE);
    }

    /** @param silence a way on which nobody is heard for so long is lost */
    Neighbours(Doorbell doorbell, List<RemoteDoorbell> ways, MeterRegistry meters, Duration silence) {
        this.doorbell = doorbell;
        this.silence = silence;
        this.ways = ways.stream()
                .map(way -> new Way(
                        way, meters.gauge("duban.doorbell.connected", Tags.of("by", way.name()), new AtomicInteger())))
                .toList();
    }

    @Override
    public void start() {
        var all = Disposables.composite();
        ways.forEach(way -> {
            all.add(way.listen().subscribe());
            all.add(way.announce().subscribe());
        });
        running = all;
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

    /** From before the first request until after the last, whose commit others want to hear of. */
    @Override
    public int getPhase() {
        return 0;
    }

    private final class Way {

        private final RemoteDoorbell bell;
        private final AtomicInteger connected;
        private boolean complained;

        Way(RemoteDoorbell bell, AtomicInteger connected) {
            this.bell = bell;
            this.connected = connected;
        }

        Flux<String> listen() {
            return Flux.defer(bell::heard)
                    .timeout(silence)
                    .doOnNext(sender -> found())
                    .filter(sender -> !sender.equals(instance))
                    .doOnNext(sender -> doorbell.ringForOthers())
                    .doOnError(this::lost)
                    .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                            .maxBackoff(LONGEST_PAUSE)
                            .transientErrors(true));
        }

        /** Rings of the gap become one; without prefetch the last of them is never older than its message. */
        Flux<Void> announce() {
            var signsOfLife =
                    Flux.interval(silence.dividedBy(SIGNS_OF_LIFE_IN_IT)).onBackpressureDrop();
            return Flux.merge(doorbell.ownRings(), signsOfLife)
                    .onBackpressureLatest()
                    .concatMap(
                            ring -> bell.tell(instance)
                                    .timeout(PATIENCE)
                                    .onErrorComplete()
                                    .then(Mono.delay(GAP))
                                    .then(),
                            0);
        }

        private void found() {
            if (connected.getAndSet(1) == 0) {
                complained = false;
                log.info("Exchanging rings with other instances by {}", bell.name());
            }
        }

        private void lost(Throwable fault) {
            connected.set(0);
            if (!complained) {
                complained = true;
                log.warn("No rings by {} until it is back: {}", bell.name(), fault.toString());
            }
        }
    }
}
