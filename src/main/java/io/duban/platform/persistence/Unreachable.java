package io.duban.platform.persistence;

import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that is not there, or not there yet, from one that says no. */
final class Unreachable {

    private Unreachable() {}

    static boolean is(Throwable failure) {
        return causes(failure).anyMatch(Unreachable::isItself);
    }

    /** The innermost message: what a person wants to read. */
    static String reason(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure).toString();
    }

    private static boolean isItself(Throwable cause) {
        if (cause instanceof SQLException jdbc) {
            return passes(jdbc.getSQLState());
        }
        if (cause instanceof R2dbcException reactive) {
            return passes(reactive.getSqlState());
        }
        return cause instanceof IOException || cause instanceof TimeoutException;
    }

    /** Class 08 is the connection, 57P the server starting or stopping, 53300 no connection left. */
    private static boolean passes(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
