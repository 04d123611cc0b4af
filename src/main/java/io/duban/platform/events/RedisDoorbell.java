package io.duban.platform.events;

import com.github.f4b6a3.uuid.UuidCreator;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Carries rings between instances. A message says only which instance rang; what happened is read from the database, so that a message which is
 * lost, or the whole of Redis, costs latency and nothing else: no request waits for it and readiness does not ask it.
 */
@Component
@ConditionalOnProperty(name = "duban.realtime.doorbell", havingValue = "redis")
class RedisDoorbell implements SmartLifecycle {

    static final String CHANNEL = "duban:doorbell";

    private static final Logger log = LoggerFactory.getLogger(RedisDoorbell.class);
    private static final Duration GAP = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Doorbell doorbell;
    private final RedisURI address;
    private final String name = UuidCreator.getRandomBased().toString();

    /** True while this thread rings for somebody else: such a ring must not be sent on, or two instances would ring for ever. */
    private final ThreadLocal<Boolean> passingOn = ThreadLocal.withInitial(() -> false);

    private volatile @Nullable Disposable running;

    RedisDoorbell(Doorbell doorbell, @Value("${duban.realtime.redis-uri}") String uri) {
        this.doorbell = doorbell;
        this.address = RedisURI.create(uri);
        address.setTimeout(
                LONGEST_PAUSE); // of the handshake, which would otherwise hang for a minute on a stopped Redis
    }

    @Override
    public void start() {
        var resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(Delay.exponential(FIRST_PAUSE, LONGEST_PAUSE, 2, TimeUnit.MILLISECONDS))
                .build();
        var client = client(resources);
        running = Disposables.composite(
                listen(client).subscribe(), announce(client).subscribe(), () -> close(client, resources));
    }

    // What is asked while Redis is away fails at once instead of queueing: an old ring is worth nothing.
    private RedisClient client(ClientResources resources) {
        var client = RedisClient.create(resources, address);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(LONGEST_PAUSE)
                        .keepAlive(true)
                        .build())
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .build());
        return client;
    }

    /** Only the first connection needs our patience; later ones, with their subscription, the client renews by itself. */
    private Mono<StatefulRedisPubSubConnection<String, String>> listen(RedisClient client) {
        return Mono.fromCompletionStage(() -> client.connectPubSubAsync(StringCodec.UTF8, address))
                .timeout(LONGEST_PAUSE.multipliedBy(2))
                .flatMap(this::subscribe)
                .retryWhen(forEver().doBeforeRetry(failed -> {
                    if (failed.totalRetries() == 0) {
                        log.warn(
                                "Redis is not there; other instances are heard by polling: {}",
                                failed.failure().toString());
                    }
                }))
                .doOnNext(connected -> log.info("Listening for other instances at {}", address.getHost()));
    }

    private Mono<StatefulRedisPubSubConnection<String, String>> subscribe(
            StatefulRedisPubSubConnection<String, String> connection) {
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String sender) {
                if (!sender.equals(name)) {
                    ringForOthers();
                }
            }

            @Override
            public void subscribed(String channel, long count) {
                ringForOthers(); // there may have been rings while nobody listened
            }
        });
        return Mono.fromCompletionStage(() -> connection.async().subscribe(CHANNEL))
                .thenReturn(connection)
                .doOnError(failure -> connection.closeAsync());
    }

    private void ringForOthers() {
        passingOn.set(true);
        try {
            doorbell.ring();
        } finally {
            passingOn.remove();
        }
    }

    private Flux<Long> announce(RedisClient client) {
        var connected = Mono.fromCompletionStage(() -> client.connectAsync(StringCodec.UTF8, address))
                .timeout(LONGEST_PAUSE.multipliedBy(2))
                .retryWhen(forEver())
                .cache();
        return doorbell.rings()
                .filter(ring -> !passingOn.get())
                // Rings during the gap become one; without prefetch the last of them is never older than its message.
                .onBackpressureLatest()
                .concatMap(
                        ring -> connected
                                .flatMap(this::publish)
                                .timeout(PATIENCE)
                                .onErrorComplete()
                                .then(Mono.delay(GAP)),
                        0);
    }

    private Mono<Long> publish(StatefulRedisConnection<String, String> connection) {
        return Mono.fromCompletionStage(() -> connection.async().publish(CHANNEL, name));
    }

    private static RetryBackoffSpec forEver() {
        return Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE);
    }

    private static void close(RedisClient client, ClientResources resources) {
        client.shutdownAsync().whenComplete((done, failure) -> resources.shutdown());
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
}
