package io.duban.platform.todos;

import io.duban.platform.persistence.Binds;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads the to-dos about one kind of work in the order of the desk: extra-urgent first, then RED, YELLOW, GREEN, GREY, then what is due first. */
@Component
public class DeskLines {

    private static final String LINES = """
            select * from (
                select t.id as todo_id, t.subject_id, t.action, t.due_at, t.opened_at, t.on_behalf_of, s.urgency,
                       case when s.urgency in ('EXTRA_URGENT', 'TELEGRAM_IMMEDIATE', 'TELEGRAM_EXTRA_URGENT') then 0 else 1 end as urgent,
                       case when t.due_at is null then 4 when clock.suspended then 3 when :asOf > t.due_at then 0 when :asOf >= clock.warn_at then 1 else 2 end as light,
                       coalesce(t.due_at, 'infinity') as due
                from todo t join %s s on s.id = t.subject_id
                left join lateral (
                    select min(c.warn_at) as warn_at, bool_or(c.suspended_at is not null) as suspended from deadline c
                    where c.subject_id = t.subject_id and c.current_due_at = t.due_at and c.satisfied_at is null) clock on true
                where t.person_id = :person and t.closed_at is null and t.subject_type = :subjectType) desk
            where :lastTodo::uuid is null
               or (urgent, light, due, todo_id) > (:lastUrgency, :lastLight, coalesce(:lastDue::timestamptz, 'infinity'), :lastTodo)
            order by urgent, light, due, todo_id limit :limit""";

    private final DatabaseClient database;

    DeskLines(DatabaseClient database) {
        this.database = database;
    }

    /** @param table of the subjects, with the columns {@code id} and {@code urgency}; the caller's own */
    public Flux<DeskLine> read(String kind, String subjectType, String table, DeskQuery query) {
        var last = Optional.ofNullable(query.last());
        return database.sql(LINES.formatted(table))
                .bind("asOf", query.asOf())
                .bind("person", query.person())
                .bind("subjectType", subjectType)
                .bind(
                        "lastTodo",
                        Binds.nullable(last.map(DeskQuery.Place::todoId).orElse(null), UUID.class))
                .bind("lastUrgency", last.map(DeskQuery.Place::urgency).orElse(0))
                .bind("lastLight", last.map(DeskQuery.Place::light).orElse(0))
                .bind("lastDue", Binds.nullable(last.map(DeskQuery.Place::dueAt).orElse(null), Instant.class))
                .bind("limit", query.limit())
                .map(row -> line(kind, row))
                .all();
    }

    private static DeskLine line(String kind, Readable row) {
        var todo = required(row, "todo_id", UUID.class);
        var due = row.get("due_at", Instant.class);
        var place = new DeskQuery.Place(
                required(row, "urgent", Integer.class), required(row, "light", Integer.class), due, todo);
        return new DeskLine(
                todo,
                kind,
                required(row, "subject_id", UUID.class),
                required(row, "action", String.class),
                required(row, "urgency", String.class),
                due,
                required(row, "opened_at", Instant.class),
                row.get("on_behalf_of", UUID.class),
                place.alertLight(),
                place);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
