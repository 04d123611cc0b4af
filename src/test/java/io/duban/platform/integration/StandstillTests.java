package io.duban.platform.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactories;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Whoever tells the dispatcher of something new may be held up in the middle of it, as by a machine that stands still; meanwhile its own looks come due. */
class StandstillTests {

    private static final WebhookProperties PROPERTIES = new Binder(
                    new MapConfigurationPropertySource(Map.of("duban.webhooks.look-every", "40ms")))
            .bindOrCreate("duban.webhooks", WebhookProperties.class);

    private final Thread teller = Thread.currentThread();
    private final AtomicBoolean standsStill = new AtomicBoolean(true);
    private final AtomicInteger looks = new AtomicInteger();
    private final DeliveryClaims nothing =
            new DeliveryClaims(
                    DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://postgres@127.0.0.1:1/none")),
                    PROPERTIES) {
                @Override
                Flux<ClaimedDelivery> claim(int most, Instant now) {
                    looks.incrementAndGet();
                    if (Thread.currentThread() == teller && standsStill.getAndSet(false)) {
                        standStill();
                    }
                    return Flux.empty();
                }
            };
    private final WebhookDispatcher dispatcher = new WebhookDispatcher(nothing, null, PROPERTIES, Clock.systemUTC());

    @AfterEach
    void stop() {
        dispatcher.stop();
    }

    @Test
    void theDispatcherGoesOnLooking() {
        dispatcher.start();
        // Seldom enough to find it waiting now and then, so that this thread does its work.
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(90))
                .pollInSameThread()
                .until(() -> {
                    dispatcher.wake();
                    return !standsStill.get();
                });

        var then = looks.get();
        Awaitility.await().until(() -> looks.get() > then + 3);
        assertThat(dispatcher.isRunning()).isTrue();
    }

    /** Longer than the looks that a busy dispatcher is told of one by one. */
    private static void standStill() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
