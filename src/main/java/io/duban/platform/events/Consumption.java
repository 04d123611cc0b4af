package io.duban.platform.events;

import io.duban.platform.persistence.Statement;
import io.r2dbc.spi.R2dbcException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One consumer at its work: page after page, each all or nothing. Keeps nothing in memory, so that any instance may do the next one. */
final class Consumption {

    static final int PAGE = 128;

    private static final Logger log = LoggerFactory.getLogger(Consumption.class);
    private static final String GUARD_MISSED = "DU412";

    private final EventConsumer consumer;
    private final EventLog events;
    private final ConsumerCursors cursors;
    private final DatabaseClient database;

    Consumption(EventConsumer consumer, EventLog events, ConsumerCursors cursors, DatabaseClient database) {
        this.consumer = consumer;
        this.events = events;
        this.cursors = cursors;
        this.database = database;
    }

    /** Takes whatever is in the log, until there is nothing left; fails when the database does. */
    Mono<Void> catchUp() {
        return page().expand(more -> more ? page() : Mono.empty()).then();
    }

    /** Whether there may be more. */
    private Mono<Boolean> page() {
        return events.currentCursor()
                .map(end -> Cursor.parse(end).orElseThrow())
                // Asked only when the end is known: whoever begins to listen after it misses nothing before it.
                .flatMap(end -> consumer.isListening().flatMap(listening -> listening ? nextPage() : passBy(end)))
                .onErrorResume(Consumption::isFasterInstance, lost -> Mono.just(true))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> nextPage() {
        return cursors.of(consumer.name())
                .flatMap(cursor -> events.after(cursor.position(), PAGE)
                        .filter(page -> !page.isEmpty())
                        .flatMap(page -> take(cursor, page).thenReturn(page.size() == PAGE)));
    }

    /** What nobody waits for is not read. */
    private Mono<Boolean> passBy(Cursor end) {
        return cursors.of(consumer.name())
                .filter(cursor ->
                        cursor.epoch().equals(end.epoch()) && end.position().isAfter(cursor.position()))
                .flatMap(cursor -> commit(Reaction.NONE, cursor, end.position()))
                .thenReturn(false);
    }

    /** A page with an event that cannot be taken is taken one by one, so that only this one is laid aside. */
    private Mono<Void> take(Cursor from, List<LoggedEvent> page) {
        return Mono.defer(() -> consumer.react(page, from.epoch()))
                .defaultIfEmpty(Reaction.NONE)
                .flatMap(reaction ->
                        commit(reaction, from, page.get(page.size() - 1).position()))
                .doOnSuccess(done -> consumer.committed())
                .onErrorResume(
                        Consumption::isOfTheEvents,
                        fault -> page.size() > 1 ? oneByOne(from, page) : layAside(from, page.get(0), fault));
    }

    private Mono<Void> oneByOne(Cursor from, List<LoggedEvent> page) {
        return Flux.range(0, page.size())
                .concatMap(i -> take(
                        i == 0 ? from : new Cursor(from.epoch(), page.get(i - 1).position()), page.subList(i, i + 1)))
                .then();
    }

    private Mono<Void> layAside(Cursor from, LoggedEvent event, Throwable fault) {
        log.error("The consumer {} lays event {} aside", consumer.name(), event.id(), fault);
        return commit(statement -> cursors.letter(consumer.name(), event, fault, statement), from, event.position());
    }

    private Mono<Void> commit(Reaction reaction, Cursor from, LogPosition to) {
        var statement = new Statement();
        reaction.writeInto(statement);
        cursors.move(consumer.name(), from, to, statement);
        return statement.on(database);
    }

    private static boolean isFasterInstance(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException database) {
                return GUARD_MISSED.equals(database.getSqlState());
            }
        }
        return false;
    }

    /** What it is about the events themselves; a database that is away, or refuses everything, is waited for. */
    private static boolean isOfTheEvents(Throwable fault) {
        return fault instanceof DataIntegrityViolationException
                || !(fault instanceof DataAccessException
                        || fault instanceof R2dbcException
                        || fault instanceof TimeoutException);
    }
}
