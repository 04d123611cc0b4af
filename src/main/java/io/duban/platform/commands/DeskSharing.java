package io.duban.platform.commands;

import io.duban.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sees to it that delegates have on their desks what their principals have, and nothing of those they no longer act for. Commands do this as
 * they go; a mandate that begins or ends by time alone, or at the very moment somebody gets a to-do, is put right here.
 */
@Configuration(proxyBeanMethods = false)
class DeskSharing {

    /** Copies for the mandates given as a relation {@code m}, at an instant; those that are there stay as they are. */
    static final String COPY = """
            insert into todo (id, person_id, on_behalf_of, subject_type, subject_id, action, title, due_at, opened_at, clock_id)
            select gen_random_uuid(), m.delegate_id, m.principal_id, t.subject_type, t.subject_id, t.action, t.title, t.due_at, %2$s, t.clock_id
            from %1$s join todo t on t.person_id = m.principal_id and t.on_behalf_of is null and t.closed_at is null
            left join lateral (
                select unit_ids, participant_ids from event_log where subject_id = t.subject_id order by position desc limit 1) e on true
            where (m.unit_ids = '{}' or m.unit_ids && e.unit_ids) and not is_recused(m.delegate_id, e.participant_ids)
            on conflict\s""" + TodoPieces.SAME + " do nothing";

    private static final String MISSING = COPY.formatted("live_mandate m", "$1");

    private static final String ORPHANED = """
            update todo set closed_at = $1 where on_behalf_of is not null and closed_at is null and not exists (
                select 1 from live_mandate m where m.principal_id = todo.on_behalf_of and m.delegate_id = todo.person_id)""";

    private final DatabaseClient database;
    private final Clock clock;

    DeskSharing(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Bean
    Job deskSharingJob(@Value("${duban.clocks.sweep-every}") Duration every) {
        return new Job("the sharing of desks", every, this::share);
    }

    Mono<Long> share() {
        var now = clock.instant();
        return Flux.concat(run(ORPHANED, now), run(MISSING, now)).reduce(0L, Long::sum);
    }

    private Mono<Long> run(String sql, Instant now) {
        return database.sql(sql).bind(0, now).fetch().rowsUpdated();
    }
}
