package io.duban.platform.events;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where the event log begins, once its first partitions have left it. */
@Component
public class LogBeginning {

    private static final String SINCE =
            "select until from detached_partition where log = 'event_log' order by until desc limit 1";

    private static final String POSITION = """
            select last_xid::text::bigint as xid, last_number as number from detached_partition
            where log = 'event_log' and last_number is not null order by last_xid desc limit 1""";

    private final DatabaseClient database;

    LogBeginning(DatabaseClient database) {
        this.database = database;
    }

    /** The log has nothing that was recorded before it; empty while it is whole. */
    public Mono<Instant> since() {
        return database.sql(SINCE).mapValue(Instant.class).one();
    }

    /** The last position that is gone; {@link LogPosition#START} while the log is whole. */
    public Mono<LogPosition> position() {
        return database.sql(POSITION)
                .map(row -> new LogPosition(row.get("xid", Long.class), row.get("number", Long.class)))
                .one()
                .defaultIfEmpty(LogPosition.START);
    }
}
