package io.duban.hotline.tickets;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which clocks of a ticket run: so that a step can end those that are there, and put one under another rule from when it began. */
@Component
class RunningClocks {

    private static final String RUNNING =
            "select step, rule_id, trigger_at from deadline where subject_id = $1 and satisfied_at is null";

    private final DatabaseClient database;

    RunningClocks(DatabaseClient database) {
        this.database = database;
    }

    /** One of them. */
    record Running(String step, String ruleId, Instant triggerAt) {}

    /** By their steps. */
    Mono<Map<String, Running>> of(UUID ticketId) {
        return database.sql(RUNNING)
                .bind(0, ticketId)
                .map(row -> new Running(row.get(0, String.class), row.get(1, String.class), row.get(2, Instant.class)))
                .all()
                .collectMap(Running::step);
    }
}
