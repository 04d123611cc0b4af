package io.duban.hotline.tickets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.duban.platform.persistence.Gathered;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which clocks of a ticket run: so that a step can end those that are there, and put one under another rule from when it began. */
@Component
class RunningClocks {

    /** Not any($1), which the database plans anew each time. */
    private static final String RUNNING = """
            select subject_id, step, rule_id, trigger_at from deadline
            where subject_id = any(array(select unnest($1))) and satisfied_at is null""";

    private final DatabaseClient database;
    private final Gathered<UUID, Map<String, Running>> gathered = new Gathered<>(this::read);

    RunningClocks(DatabaseClient database) {
        this.database = database;
    }

    /** One of them. */
    record Running(UUID ticketId, String step, String ruleId, Instant triggerAt) {}

    /** By their steps. */
    Mono<Map<String, Running>> of(UUID ticketId) {
        return gathered.of(ticketId).defaultIfEmpty(Map.of());
    }

    private Mono<Map<UUID, Map<String, Running>>> read(Set<UUID> tickets) {
        return database.sql(RUNNING)
                .bind(0, tickets.toArray(UUID[]::new))
                .map(row -> new Running(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class)))
                .all()
                .collect(groupingBy(Running::ticketId, toMap(Running::step, clock -> clock)));
    }
}
