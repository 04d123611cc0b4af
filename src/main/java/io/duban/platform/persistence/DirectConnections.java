package io.duban.platform.persistence;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Connections beside the pool, for the few who keep one as long as they live, to listen or to hold a lock: no command ever waits for them. */
@Component
public class DirectConnections {

    /** As long as the pool waits for a new one: a server that takes a connection and says nothing is not there. */
    private static final Duration OPENING = Duration.ofSeconds(5);

    private final ConnectionFactory connections;

    public DirectConnections(ConnectionFactory connections) {
        this.connections = connections instanceof ConnectionPool pool ? pool.unwrap() : connections;
    }

    /** A new connection, with the deadlines all others have; whoever opens it closes it. Fails as a timeout when the server does not answer. */
    public Mono<PostgresqlConnection> open() {
        return Mono.from(connections.create()).cast(PostgresqlConnection.class).timeout(OPENING);
    }

    /** Runs a statement that is committed by itself and whose rows nobody wants. */
    public static Mono<Void> run(PostgresqlConnection connection, String sql) {
        return connection
                .createStatement(sql)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then();
    }
}
