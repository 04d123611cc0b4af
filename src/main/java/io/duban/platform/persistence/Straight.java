package io.duban.platform.persistence;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.r2dbc.connection.ConnectionFactoryUtils;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The driver without the template before it, for what every request does. {@link DatabaseClient} copies all values for each value it is given, of which a
 * command has some hundred and fifty, and looks for names in the text, in which there are none: a fifth of what a command cost.
 */
final class Straight {

    private Straight() {}

    /**
     * Works on a connection of the pool, which goes back when the work is over, has failed or is cancelled.
     *
     * @param what for whoever reads the error
     * @throws org.springframework.dao.DataAccessException as the error signal, as {@link DatabaseClient} would
     */
    static <T> Mono<T> on(DatabaseClient database, String what, Function<Connection, Mono<T>> work) {
        return Mono.usingWhen(connection(database, what), work, Connection::close)
                .onErrorMap(
                        R2dbcException.class, fault -> ConnectionFactoryUtils.convertR2dbcException(what, null, fault));
    }

    /** Whatever keeps a connection from us, it is the database that is not there, and nothing about the values: not all who refuse one say so themselves. */
    private static Mono<? extends Connection> connection(DatabaseClient database, String what) {
        return Mono.from(database.getConnectionFactory().create())
                .onErrorMap(fault -> new DataAccessResourceFailureException("no connection for " + what, fault));
    }
}
