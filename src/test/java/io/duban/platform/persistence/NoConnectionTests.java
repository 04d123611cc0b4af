package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.VirtualTime;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What those are told who need a connection where there is none. */
class NoConnectionTests {

    /** A pool that is being closed says this; taken for a fault of ours it would be answered 500, and an event be laid aside for it. */
    @Test
    void aCommandWithoutOneFailsAsTheDatabaseNotTheStatement() {
        var closed = new RejectedExecutionException("the pool is closed");
        var statement = new Statement();
        statement.piece("one", "select 1");

        StepVerifier.create(statement.on(DatabaseClient.create(answering(Mono.error(closed)))))
                .verifyErrorSatisfies(fault -> assertThat(fault)
                        .isInstanceOf(DataAccessResourceFailureException.class)
                        .hasRootCause(closed));
    }

    /** As a server that is frozen, or gone behind a proxy that is still there. */
    @Test
    void whoTakesAConnectionAndSaysNothingIsNotWaitedForForEver() {
        try (var time = VirtualTime.begun()) {
            var connection =
                    new DirectConnections(answering(Mono.never())).open().toFuture();
            time.passes(Duration.ofSeconds(6));
            assertThat(connection)
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(TimeoutException.class);
        }
    }

    private static ConnectionFactory answering(Mono<Connection> connection) {
        return new ConnectionFactory() {
            @Override
            public Mono<Connection> create() {
                return connection;
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return () -> "PostgreSQL";
            }
        };
    }
}
