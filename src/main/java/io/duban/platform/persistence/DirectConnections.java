package io.duban.platform.persistence;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Connections beside the pool, for the few who keep one as long as they live, to listen or to hold a lock: no command ever waits for them. */
@Component
public class DirectConnections {

    private final ConnectionFactory connections;

    public DirectConnections(ConnectionFactory connections) {
        this.connections = connections instanceof ConnectionPool pool ? pool.unwrap() : connections;
    }

    /** A new connection, with the deadlines all others have; whoever opens it closes it. */
    public Mono<PostgresqlConnection> open() {
        return Mono.from(connections.create()).cast(PostgresqlConnection.class);
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
