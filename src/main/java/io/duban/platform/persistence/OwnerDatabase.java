package io.duban.platform.persistence;

import java.sql.Connection;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The connection of the role that owns the tables and migrates them, for the upkeep that the application's own role may not do. It is opened for a
 * piece of work and closed after it, and it knows no short deadlines: whoever uses it sets his own.
 */
@Component
public class OwnerDatabase {

    private final Flyway flyway;

    OwnerDatabase(Flyway flyway) {
        this.flyway = flyway;
    }

    /** What to do with the connection; it commits each statement by itself. */
    public interface Work<T> {
        T with(Connection connection) throws Exception;
    }

    /** Does it on a thread that may wait. */
    public <T> Mono<T> use(Work<T> work) {
        return Mono.fromCallable(() -> now(work)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Does it on this thread, which must be one that may wait. */
    public <T> T now(Work<T> work) throws Exception {
        var source = Objects.requireNonNull(flyway.getConfiguration().getDataSource(), "the owner's data source");
        try (var connection = source.getConnection()) {
            return work.with(connection);
        }
    }
}
