package io.duban.platform.integration;

import io.duban.platform.events.Doorbell;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends what is due, as one of any number of instances. Looks again as soon as a place is free or something new is there, and now and then in any case: a
 * retry comes due without anybody telling, and so does what another instance left behind.
 */
@Component
class WebhookDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WebhookDispatcher.class);
    private static final Duration GAP = Duration.ofMillis(20);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final DeliveryClaims claims;
    private final DeliverySending sending;
    private final WebhookProperties properties;
    private final Clock clock;
    private final Doorbell bell = new Doorbell();
    private final AtomicInteger busy = new AtomicInteger();
    private volatile @Nullable Disposable looking;
    private volatile boolean closing;

    WebhookDispatcher(DeliveryClaims claims, DeliverySending sending, WebhookProperties properties, Clock clock) {
        this.claims = claims;
        this.sending = sending;
        this.properties = properties;
        this.clock = clock;
    }

    /** There is something to send. */
    void wake() {
        bell.ring();
    }

    @Override
    public void start() {
        closing = false;
        looking = Flux.merge(bell.rings(), looks())
                .onBackpressureLatest()
                .concatMap(tick -> due().concatWith(Mono.delay(GAP).then(Mono.empty())), 0)
                .flatMap(this::attempt, Integer.MAX_VALUE)
                .subscribe();
    }

    /** Those that come while whoever rings stands still are dropped: else they would be an error, after which nobody looked again. */
    private Flux<Long> looks() {
        return Flux.interval(Duration.ZERO, properties.lookEvery()).onBackpressureDrop();
    }

    /** Never more than there are free places: what is claimed is sent at once, or its lease would run for nothing. */
    private Flux<ClaimedDelivery> due() {
        return Flux.defer(() -> {
                    var free = properties.atOnce() - busy.get();
                    return closing || free <= 0 ? Flux.empty() : claims.claim(free, clock.instant());
                })
                .doOnNext(claimed -> busy.incrementAndGet())
                .onErrorResume(fault -> {
                    log.warn("Due webhooks cannot be looked for, and will be again: {}", fault.toString());
                    return Mono.empty();
                });
    }

    /** One that cannot even be marked is sent again when its lease is over, under the same id. */
    private Mono<Void> attempt(ClaimedDelivery delivery) {
        return Mono.defer(() -> sending.send(delivery))
                .onErrorResume(fault -> {
                    log.warn("Delivery {} is left to its lease: {}", delivery.id(), fault.toString());
                    return Mono.empty();
                })
                .doFinally(over -> {
                    busy.decrementAndGet();
                    wake();
                });
    }

    /** Takes nothing more, and lets what is under way end for a moment. */
    @Override
    public void stop(Runnable done) {
        closing = true;
        Flux.interval(Duration.ZERO, GAP)
                .takeUntil(tick -> busy.get() == 0)
                .take(GOODBYE)
                .doFinally(over -> {
                    stop();
                    done.run();
                })
                .subscribe();
    }

    @Override
    public void stop() {
        closing = true;
        var started = looking;
        if (started != null) {
            started.dispose();
            looking = null;
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    /** After the connection pool, before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
