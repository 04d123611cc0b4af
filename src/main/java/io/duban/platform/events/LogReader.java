package io.duban.platform.events;

import io.duban.platform.persistence.DirectConnections;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Follows the log for ever: woken by the doorbell, and by a poll as the safety net when a ring was lost. On a connection of its own: in the pool an event would
 * wait behind the commands that cause the next ones.
 */
@Component
public class LogReader {

    /** Left to itself the database plans this query anew each time, since it seems cheap for a position near the end: planning takes longer than reading. */
    private static final String PLAN_ONCE = "set plan_cache_mode = force_generic_plan";

    private final EventLog log;
    private final DirectConnections connections;
    private final Doorbell doorbell;
    private final Duration poll;

    @Autowired
    LogReader(
            EventLog log,
            DirectConnections connections,
            Doorbell doorbell,
            @Value("${duban.realtime.doorbell}") RingReach reach) {
        this(log, connections, doorbell, reach.poll());
    }

    /** @param poll the longest time between two looks at the log */
    LogReader(EventLog log, DirectConnections connections, Doorbell doorbell, Duration poll) {
        this.log = log;
        this.connections = connections;
        this.doorbell = doorbell;
        this.poll = poll;
    }

    /**
     * Everything after {@code start} in commit order, in pages that are never empty. Fails when the database is lost; subscribe again
     * from the last position seen then. Fails as well when events after {@code start} have left the log: nobody is to believe that he has them all.
     */
    public Flux<List<LoggedEvent>> follow(LogPosition start) {
        return Flux.usingWhen(
                connections.open(),
                connection -> DirectConnections.run(connection, PLAN_ONCE).thenMany(follow(start, log.on(connection))),
                LogReader::close);
    }

    /** Of one that is lost, or whose event loop is gone at the end of the process, nothing is left to close. */
    private static Mono<Void> close(PostgresqlConnection connection) {
        return connection.close().onErrorComplete();
    }

    private Flux<List<LoggedEvent>> follow(LogPosition start, EventLog own) {
        return own.standing(start)
                .filter(standing -> !standing.gone())
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("events after %s have left the log".formatted(start))))
                .flatMapMany(standing -> new Following(own, start).pages(doorbell.rings(), poll));
    }
}
