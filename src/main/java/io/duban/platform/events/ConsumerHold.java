package io.duban.platform.events;

import java.time.Instant;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the slowest durable consumer has not read yet stays in the log. */
@Component
class ConsumerHold implements LogHold {

    private static final String OLDEST_UNREAD = """
            select min(next.recorded_at) as since
            from event_consumer c join event_epoch using (epoch)
                cross join lateral (
                    select recorded_at from event_log e where (e.xid, e.position) > (c.xid, c.position)
                    order by e.xid, e.position limit 1) next""";

    private final DatabaseClient database;

    ConsumerHold(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String holder() {
        return "event_consumer";
    }

    @Override
    public Mono<Instant> neededSince() {
        return database.sql(OLDEST_UNREAD)
                .map(row -> Optional.ofNullable(row.get("since", Instant.class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }
}
