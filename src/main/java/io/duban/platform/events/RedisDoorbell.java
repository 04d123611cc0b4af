package io.duban.platform.events;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/** Rings by publishing in Redis, which takes a load off the database; whatever becomes of Redis costs latency and nothing else. */
@Component
@Order(1)
@ConditionalOnProperty(name = "duban.realtime.doorbell", havingValue = "redis")
class RedisDoorbell implements RemoteDoorbell, AutoCloseable {

    static final String CHANNEL = "duban:doorbell";

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final RedisURI address;
    private final ClientResources resources;
    private final RedisClient client;
    private volatile @Nullable StatefulRedisConnection<String, String> current;

    RedisDoorbell(@Value("${duban.realtime.redis-uri}") String uri) {
        address = RedisURI.create(uri);
        address.setTimeout(CONNECTING); // of the handshake, which would otherwise hang for a minute on a stopped Redis
        resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(Delay.exponential(FIRST_PAUSE, CONNECTING, 2, TimeUnit.MILLISECONDS))
                .build();
        client = RedisClient.create(resources, address);
        // What is asked while Redis is away fails at once instead of queueing: an old ring is worth nothing.
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(
                        SocketOptions.builder().connectTimeout(CONNECTING).build())
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .build());
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Flux<String> heard() {
        var listening = connected(() -> client.connectPubSubAsync(StringCodec.UTF8, address));
        return Flux.usingWhen(
                connected(() -> client.connectAsync(StringCodec.UTF8, address)),
                speaking ->
                        Flux.usingWhen(listening, connection -> listen(connection, speaking), RedisDoorbell::closed),
                this::leave);
    }

    private static <C> Mono<C> connected(Supplier<CompletionStage<C>> connecting) {
        return Mono.fromCompletionStage(connecting).timeout(CONNECTING.multipliedBy(2));
    }

    private Flux<String> listen(
            StatefulRedisPubSubConnection<String, String> connection,
            StatefulRedisConnection<String, String> speaking) {
        current = speaking;
        return Flux.create(
                heard -> {
                    connection.addListener(listener(heard));
                    heard.onDispose(
                            Mono.fromCompletionStage(() -> connection.async().subscribe(CHANNEL))
                                    .subscribe(done -> {}, heard::error));
                },
                FluxSink.OverflowStrategy.LATEST);
    }

    private static RedisPubSubAdapter<String, String> listener(FluxSink<String> heard) {
        return new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String sender) {
                heard.next(sender);
            }

            /** At first, and each time the client has renewed a connection by itself. */
            @Override
            public void subscribed(String channel, long count) {
                heard.next(LISTENING);
            }
        };
    }

    private Mono<Void> leave(StatefulRedisConnection<String, String> speaking) {
        current = null;
        return closed(speaking);
    }

    private static Mono<Void> closed(StatefulConnection<String, String> connection) {
        return Mono.fromCompletionStage(connection::closeAsync);
    }

    @Override
    public Mono<Void> tell(String instance) {
        return Mono.defer(() -> {
            var speaking = current;
            return speaking == null
                    ? Mono.empty()
                    : Mono.fromCompletionStage(() -> speaking.async().publish(CHANNEL, instance))
                            .then();
        });
    }

    @Override
    public void close() {
        client.shutdownAsync().whenComplete((done, failure) -> resources.shutdown());
    }
}
