package io.duban.platform.events;

import io.duban.platform.persistence.DirectConnections;
import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rings by {@code LISTEN} and {@code NOTIFY}, on one connection beside the pool. Never in the transaction of a command: transactions that notify
 * commit one after another.
 */
@Component
@Order(2)
@ConditionalOnExpression("'${duban.realtime.doorbell}' != 'none'")
class PostgresDoorbell implements RemoteDoorbell {

    static final String CHANNEL = "duban_doorbell";

    private final DirectConnections connections;
    private volatile @Nullable PostgresqlConnection current;

    PostgresDoorbell(DirectConnections connections) {
        this.connections = connections;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Flux<String> heard() {
        return Flux.usingWhen(connections.open(), this::listen, this::leave);
    }

    private Flux<String> listen(PostgresqlConnection connection) {
        var senders = connection.getNotifications().mapNotNull(Notification::getParameter);
        var began = DirectConnections.run(connection, "listen " + CHANNEL).then(Mono.fromCallable(() -> {
            current = connection;
            return LISTENING;
        }));
        return Flux.merge(senders, began)
                .concatWith(Mono.error(() -> new IllegalStateException("the connection was closed")));
    }

    private Mono<Void> leave(PostgresqlConnection connection) {
        current = null;
        return connection.close();
    }

    @Override
    public Mono<Void> tell(String instance) {
        return Mono.defer(() -> {
            var connection = current;
            return connection == null
                    ? Mono.empty()
                    : DirectConnections.run(connection, "notify %s, '%s'".formatted(CHANNEL, instance));
        });
    }
}
