package io.duban.platform.commands;

import io.duban.platform.events.Doorbell;
import io.duban.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The command nobody gives: when a clock turns yellow or red, say so, once. Marking the clock and appending the event is one statement, and
 * {@code skip locked} lets several instances sweep at once, so a reminder is neither lost by a restart nor said twice.
 */
@Configuration(proxyBeanMethods = false)
class ClockSweep {

    /** The event says what the subject's last event said, but for the light; it goes to those on whose desks the subject lies. */
    private static final String SWEEP = """
            with due as (
                select id, subject_id, step, current_due_at from deadline
                where satisfied_at is null and %1$s is null and %2$s < $1 and current_due_at %3$s $1
                order by %2$s limit 200 for update skip locked),
            marked as (update deadline d set %1$s = $1 from due where d.id = due.id returning d.id)
            insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission,
                    unit_ids, participant_ids, addressee_ids, state, due_at, light)
            select gen_random_uuid(), e.subject_type || '.' || clock_verb(due.step, '%4$s'), $1, e.subject_type, e.subject_id,
                    e.subject_version, e.title, 'REMINDER', e.permission, e.unit_ids, e.participant_ids,
                    array(select person_id from todo where subject_id = due.subject_id and closed_at is null),
                    e.state, due.current_due_at, '%5$s'
            from due join lateral (
                select * from event_log where subject_id = due.subject_id order by position desc limit 1) e on true""";

    static final String OVERDUE = SWEEP.formatted("overdue_at", "current_due_at", "<", "overdue", "RED");
    static final String OVERDUE_SOON = SWEEP.formatted("warned_at", "warn_at", ">=", "overdueSoon", "YELLOW");

    private final DatabaseClient database;
    private final Doorbell doorbell;
    private final Clock clock;

    ClockSweep(DatabaseClient database, Doorbell doorbell, Clock clock) {
        this.database = database;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @Bean
    Job clockSweepJob(@Value("${duban.clocks.sweep-every}") Duration every) {
        return new Job("the sweep of deadlines", every, this::sweep);
    }

    Mono<Long> sweep() {
        var now = clock.instant();
        return run(OVERDUE_SOON, now)
                .concatWith(run(OVERDUE, now))
                .reduce(0L, Long::sum)
                .doOnNext(said -> {
                    if (said > 0) {
                        doorbell.ring();
                    }
                });
    }

    private Mono<Long> run(String sweep, Instant now) {
        return database.sql(sweep).bind(0, now).fetch().rowsUpdated();
    }
}
