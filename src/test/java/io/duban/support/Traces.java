package io.duban.support;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** What commands left behind about a subject: to-dos, clocks, events. */
public final class Traces {

    private final DatabaseClient database;

    public Traces(DatabaseClient database) {
        this.database = database;
    }

    /** The actions that wait on desks, each once. */
    public List<String> openTodos(UUID subject) {
        return texts(
                "select distinct action from todo where subject_id = $1 and closed_at is null order by action",
                subject);
    }

    /** The steps whose clocks run. */
    public List<String> runningClocks(UUID subject) {
        return texts("select step from deadline where subject_id = $1 and satisfied_at is null order by step", subject);
    }

    /** The types of its events, in their order. */
    public List<String> events(UUID subject) {
        return texts("select type from event_log where subject_id = $1 order by id", subject);
    }

    public long number(String sql) {
        return database.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }

    private List<String> texts(String sql, UUID subject) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }
}
