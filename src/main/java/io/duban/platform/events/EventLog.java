package io.duban.platform.events;

import io.duban.platform.calendar.AlertLight;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.connection.SingleConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads the log in commit order. Only rows below the snapshot's horizon are read: every transaction there has ended, so no event can still
 * appear before one that was already given out. The price is that an open write transaction anywhere holds all later events back.
 */
@Component
public class EventLog implements LogCursor {

    private static final String COLUMNS = """
            xid::text::bigint as xid, position, id, type, %s, %s, subject_type, subject_id, subject_version, title,
            priority, state, permission, on_behalf_of, unit_ids, participant_ids || told_ids as participant_ids, addressee_ids, %s, light""".formatted(micros("occurred_at"), micros("recorded_at"), micros("due_at"));

    private static final String BELOW_HORIZON = "xid < pg_snapshot_xmin(pg_current_snapshot())";

    /** Ordered by the column, not by what is told of it under the same name, for which no index has an order. */
    private static final String AFTER = """
            select %s from event_log
            where (xid, position) > ($1::text::xid8, $2) and %s
            order by event_log.xid, position limit $3""".formatted(COLUMNS, BELOW_HORIZON);

    /** With {@code now()} the partitions that are too old are left out when the statement starts, also of a plan that was made long before. */
    private static final String AFTER_WITHIN = """
            select %s from event_log
            where (xid, position) > ($1::text::xid8, $2) and %s and recorded_at >= now() - $4 * interval '1 second'
            order by event_log.xid, position limit $3""".formatted(COLUMNS, BELOW_HORIZON);

    /** Not by {@code exists}, which drops the order and with it the index: the whole log would be read each time that nothing is there. */
    static final String GOES_ON =
            "select 1 from event_log where (xid, position) > ($1::text::xid8, $2) order by xid, position limit 1";

    private static final String NEWEST = """
            select * from (
                select %s from event_log where %s order by event_log.xid desc, position desc limit $1
            ) newest order by xid, position""".formatted(COLUMNS, BELOW_HORIZON);

    private static final String EPOCH = "select epoch from event_epoch";

    private static final String CURRENT = """
            select coalesce(
                (select epoch || '.' || xid || '.' || position from event_log, event_epoch
                 where %s order by xid desc, position desc limit 1),
                (select epoch || '.0.0' from event_epoch))""".formatted(BELOW_HORIZON);

    private static final String STANDING = """
            select $1::text::xid8 >= pg_snapshot_xmin(pg_current_snapshot()) as ahead,
                   exists (select from detached_partition
                           where log = 'event_log' and (last_xid, last_number) > ($1::text::xid8, $2)) as gone,
                   (select recorded_at from event_log where (xid, position) > ($1::text::xid8, $2) and %s
                    order by xid, position limit 1) as next_at""".formatted(BELOW_HORIZON);

    private final DatabaseClient database;

    EventLog(DatabaseClient database) {
        this.database = database;
    }

    /** The same log, read on this connection alone. */
    EventLog on(Connection connection) {
        return new EventLog(DatabaseClient.create(new SingleConnectionFactory(connection, () -> "PostgreSQL", true)));
    }

    /** The first events after a position, none of them before one that is still to come. */
    public Mono<List<LoggedEvent>> after(LogPosition position, int limit) {
        return database.sql(AFTER)
                .bind(0, Long.toString(position.xid()))
                .bind(1, position.number())
                .bind(2, limit)
                .map(EventLog::toEvent)
                .all()
                .collectList();
    }

    /**
     * The same of what was recorded in the last time only, for who knows that he has missed nothing older: of a log in many partitions the newest are
     * looked into, and no other.
     */
    public Mono<List<LoggedEvent>> after(LogPosition position, Duration window, int limit) {
        return database.sql(AFTER_WITHIN)
                .bind(0, Long.toString(position.xid()))
                .bind(1, position.number())
                .bind(2, limit)
                .bind(3, window.toSeconds())
                .map(EventLog::toEvent)
                .all()
                .collectList();
    }

    /** Whether anything is committed after a position, readable yet or not. */
    Mono<Boolean> goesOnAfter(LogPosition position) {
        return database.sql(GOES_ON)
                .bind(0, Long.toString(position.xid()))
                .bind(1, position.number())
                .mapValue(Integer.class)
                .one()
                .hasElement();
    }

    /** The last events, oldest first. */
    public Mono<List<LoggedEvent>> newest(int limit) {
        return database.sql(NEWEST).bind(0, limit).map(EventLog::toEvent).all().collectList();
    }

    /** The name of this database's life: another one after it was rebuilt or restored. */
    public Mono<String> epoch() {
        return database.sql(EPOCH).mapValue(String.class).one();
    }

    @Override
    public Mono<String> currentCursor() {
        return database.sql(CURRENT).mapValue(String.class).one();
    }

    /** How a position stands to the log: whether nothing can have been read there yet, whether what follows it is gone, and when that was recorded. */
    public Mono<Standing> standing(LogPosition position) {
        return database.sql(STANDING)
                .bind(0, Long.toString(position.xid()))
                .bind(1, position.number())
                .map(row -> new Standing(
                        Boolean.TRUE.equals(row.get("ahead", Boolean.class)),
                        Boolean.TRUE.equals(row.get("gone", Boolean.class)),
                        Optional.ofNullable(row.get("next_at", Instant.class))))
                .one();
    }

    /**
     * @param ahead no reader can have come to the position yet: it is of another database, or made up
     * @param gone events after the position have left the log with their partition
     * @param nextAt when the first event after the position was recorded
     */
    public record Standing(boolean ahead, boolean gone, Optional<Instant> nextAt) {}

    /** By the numbers of {@link #COLUMNS}: given a name, the driver compares the names of all columns, for every value of every row. */
    private static LoggedEvent toEvent(Readable row) {
        var dueAt = row.get(17, Long.class);
        return new LoggedEvent(
                new LogPosition(required(row, 0, Long.class), required(row, 1, Long.class)),
                required(row, 2, UUID.class),
                required(row, 3, String.class),
                instant(required(row, 4, Long.class)),
                instant(required(row, 5, Long.class)),
                required(row, 6, String.class),
                required(row, 7, UUID.class),
                required(row, 8, Long.class),
                required(row, 9, String.class),
                Priority.valueOf(required(row, 10, String.class)),
                Objects.requireNonNullElse(row.get(11, String.class), ""),
                required(row, 12, String.class),
                List.of(required(row, 14, UUID[].class)),
                List.of(required(row, 15, UUID[].class)),
                List.of(required(row, 16, UUID[].class)),
                dueAt == null ? null : instant(dueAt),
                light(row.get(18, String.class)),
                row.get(13, UUID.class));
    }

    /** The driver would parse the text of a time, which takes longer than all other columns together. */
    private static String micros(String column) {
        return "(extract(epoch from %1$s) * 1000000)::bigint as %1$s".formatted(column);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static AlertLight light(@Nullable String name) {
        return name == null ? AlertLight.NONE : AlertLight.valueOf(name);
    }

    private static <T> T required(Readable row, int column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), "a column of the event log");
    }
}
