package io.duban.platform.todos;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.persistence.Binds;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a person's open to-dos, those due first at the top and those without a date at the end. */
@Component
class TodoDesk {

    private static final String PAGE = """
            select id, subject_type, subject_id, action, title, due_at, opened_at, on_behalf_of from (
                select *, coalesce(due_at, 'infinity') as due from todo where person_id = :person and closed_at is null) t
            where :lastId::uuid is null or (due, id) > (coalesce(:lastDue::timestamptz, 'infinity'), :lastId)
            order by due, id limit :limit""";

    private final DatabaseClient database;

    TodoDesk(DatabaseClient database) {
        this.database = database;
    }

    /** An open to-do. */
    record Todo(
            UUID id,
            String subjectType,
            UUID subjectId,
            String action,
            String title,
            @Nullable Instant dueAt,
            Instant openedAt,
            @Nullable UUID onBehalfOf) {

        AlertLight light(Instant now) {
            return AlertLight.of(now, null, dueAt, false);
        }
    }

    Flux<Todo> waitingFor(UUID person, @Nullable Instant lastDue, @Nullable UUID lastId, int limit) {
        return database.sql(PAGE)
                .bind("person", person)
                .bind("lastDue", Binds.nullable(lastDue, Instant.class))
                .bind("lastId", Binds.nullable(lastId, UUID.class))
                .bind("limit", limit)
                .mapProperties(Todo.class)
                .all();
    }

    Mono<Long> countFor(UUID person) {
        return database.sql("select count(*) from todo where person_id = $1 and closed_at is null")
                .bind(0, person)
                .map(row -> row.get(0, Long.class))
                .one();
    }
}
