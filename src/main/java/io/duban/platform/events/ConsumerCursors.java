package io.duban.platform.events;

import io.duban.platform.persistence.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How far each consumer has come, and which events it passed by. */
@Component
class ConsumerCursors {

    private static final Logger log = LoggerFactory.getLogger(ConsumerCursors.class);

    private static final String FIND = """
            select c.epoch, c.xid::text::bigint as xid, c.position from event_consumer c where c.name = $1""";

    private static final String BEGIN = """
            insert into event_consumer (name, epoch, xid, position) values ($1, $2, $3::text::xid8, $4)
            on conflict (name) do update set epoch = excluded.epoch, xid = excluded.xid, position = excluded.position
                where event_consumer.epoch <> excluded.epoch""";

    private static final String MOVE = """
            update event_consumer set xid = %s::text::xid8, position = %s, moved_at = now()
            where name = %s and epoch = %s and xid = %s::text::xid8 and position = %s""";

    private static final String LETTER = """
            insert into event_dead_letter (consumer, event_id, type, reason) values (%s, %s, %s, %s)
            on conflict do nothing""";

    private final EventLog events;
    private final DatabaseClient database;

    ConsumerCursors(EventLog events, DatabaseClient database) {
        this.events = events;
        this.database = database;
    }

    /** Where the consumer stands; a new one, or one of a database that was replaced, at the end of the log. */
    Mono<Cursor> of(String name) {
        return events.epoch()
                .flatMap(epoch -> find(name)
                        .filter(cursor -> cursor.epoch().equals(epoch))
                        .switchIfEmpty(Mono.defer(() -> begin(name).then(find(name)))));
    }

    private Mono<Cursor> find(String name) {
        return database.sql(FIND)
                .bind(0, name)
                .map(row -> new Cursor(
                        row.get("epoch", String.class),
                        new LogPosition(row.get("xid", Long.class), row.get("position", Long.class))))
                .one();
    }

    /** Of several instances that begin at once, the first decides where. */
    private Mono<Long> begin(String name) {
        return events.currentCursor()
                .map(text -> Cursor.parse(text).orElseThrow())
                .flatMap(end -> database.sql(BEGIN)
                        .bind(0, name)
                        .bind(1, end.epoch())
                        .bind(2, Long.toString(end.position().xid()))
                        .bind(3, end.position().number())
                        .fetch()
                        .rowsUpdated()
                        .doOnNext(rows -> log.info("The consumer {} begins at the end of the log", name)));
    }

    /** Moves on from exactly there, or undoes the whole statement: another instance was faster. */
    void move(String name, Cursor from, LogPosition to, Statement statement) {
        statement.guardedPiece(MOVE.formatted(
                statement.value(Long.toString(to.xid())),
                statement.value(to.number()),
                statement.value(name),
                statement.value(from.epoch()),
                statement.value(Long.toString(from.position().xid())),
                statement.value(from.position().number())));
    }

    /** Lays an event aside. */
    void letter(String name, LoggedEvent event, Throwable fault, Statement statement) {
        statement.piece(
                "letter",
                LETTER.formatted(
                        statement.value(name),
                        statement.value(event.id()),
                        statement.value(event.type()),
                        statement.value(fault.getClass().getName())));
    }
}
