package io.duban.platform.commands;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.events.Doorbell;
import io.duban.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The command nobody gives: when a clock turns yellow or red, say so, once; when it turns red, put it on the desk of whoever must act then.
 * Marking the clock, opening the to-do and appending the event is one statement, and {@code skip locked} lets several instances sweep at once,
 * so nothing is lost by a restart nor done twice. In quiet hours it speaks only of clocks that run day and night; the others it finds in the
 * morning.
 */
@Configuration(proxyBeanMethods = false)
class ClockSweep {

    /** Clocks in one statement: a slow database must get through with them within a statement's time, or it never gets through at all. */
    private static final int AT_ONCE = 50;

    /** Statements in one sweep: after a night there are hundreds of clocks to speak of, and the job's next turn is for what else there is. */
    private static final int MOST_ROUNDS = 40;

    /** The event says what the subject's last event said, but for the light; it goes to those on whose desks the subject lies. */
    private static final String SWEEP = """
            with due as (
                select * from deadline d
                where satisfied_at is null and suspended_at is null and %1$s is null and %2$s < $1 and current_due_at %3$s $1
                  and (not $2 or exists (
                      select 1 from deadline_rule r
                      where r.rule_id = split_part(d.rule_id, '/', 1) and r.version = d.rule_version
                        and r.unit in ('NATURAL_HOUR', 'NATURAL_MINUTE')))
                order by %2$s limit %7$d for update of d skip locked),
            marked as (update deadline d set %1$s = $1 from due where d.id = due.id returning d.id),
            told as (
                select due.id as clock_id, due.step, due.current_due_at, due.escalation_action, e.*
                from due join lateral (
                    select subject_type, subject_id, subject_version, title, permission, unit_ids, participant_ids, state
                    from event_log where subject_id = due.subject_id order by position desc limit 1) e on true),
            %6$s,
            said as (insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission,
                    unit_ids, participant_ids, told_ids, addressee_ids, state, due_at, light)
            select gen_random_uuid(), subject_type || '.' || clock_verb(step, '%4$s'), $1, subject_type, subject_id,
                    subject_version, title, 'REMINDER', permission, unit_ids,
                    participant_ids,
                    array(select person_id from todo
                          where todo.subject_id = told.subject_id and closed_at is null and on_behalf_of is not null
                          union select person_id from desks where desks.clock_id = told.clock_id),
                    array(select person_id from todo where todo.subject_id = told.subject_id and closed_at is null
                          union select person_id from desks where desks.clock_id = told.clock_id),
                    state, current_due_at, '%5$s'
            from told returning 1)
            select (select count(*) from marked) as marked, (select count(*) from said) as said""";

    /** Who is named and is there; else the office director; and their delegates. */
    private static final String ESCALATION = """
            named as (
                select due.id as clock_id, p.id as person_id
                from due join told on told.clock_id = due.id join person p on p.enabled and not is_recused(p.id, told.participant_ids) and (p.id = any(due.%1$s_persons) or exists (
                    select 1 from post where post.person_id = p.id and post.role = any(due.%1$s_roles)
                        and (due.%1$s_units = '{}' or post.organization_id = any(due.%1$s_units))))
                where due.escalation_action is not null),
            owners as (
                table named
                union
                select due.id, p.id
                from due join told on told.clock_id = due.id join person p on p.enabled and not is_recused(p.id, told.participant_ids) and exists (
                    select 1 from post where post.person_id = p.id and post.role = 'OFFICE_DIRECTOR')
                where due.escalation_action is not null and not exists (select 1 from named where named.clock_id = due.id)),
            desks as (
                select clock_id, person_id, null::uuid as principal_id from owners
                union all
                select clock_id, m.delegate_id, m.principal_id
                from owners join told using (clock_id) join live_mandate m on m.principal_id = person_id
                where (m.unit_ids = '{}' or m.unit_ids && told.unit_ids) and not is_recused(m.delegate_id, told.participant_ids)),
            opened as (
                insert into todo (id, person_id, on_behalf_of, subject_type, subject_id, action, title, due_at, opened_at, clock_id)
                select gen_random_uuid(), person_id, principal_id, subject_type, subject_id, escalation_action, title, current_due_at, $1,
                       clock_id
                from desks join told using (clock_id)
                on conflict\s""" + TodoPieces.SAME + " do nothing)";

    private static final String NO_ESCALATION =
            "desks as (select null::uuid as clock_id, null::uuid as person_id where false)";

    static final String OVERDUE = SWEEP.formatted(
            "overdue_at", "current_due_at", "<", "overdue", "RED", ESCALATION.formatted("escalation"), AT_ONCE);
    static final String OVERDUE_SOON =
            SWEEP.formatted("warned_at", "warn_at", ">=", "overdueSoon", "YELLOW", NO_ESCALATION, AT_ONCE);

    static final String STILL_OVERDUE = SWEEP.formatted(
            "second_told_at", "second_due_at", "<", "stillOverdue", "RED", ESCALATION.formatted("second"), AT_ONCE);

    /** Overdue clocks with a second level of which nobody has worked out yet when it is called. */
    private static final String UNPLANNED = """
            select id, rule_id, rule_version, current_due_at from deadline
            where satisfied_at is null and suspended_at is null and overdue_at is not null and second_roles is not null
              and second_due_at is null and second_told_at is null
            order by current_due_at limit 200""";

    /** Several instances find the same; a clock that was moved meanwhile is planned anew when it is red again. */
    private static final String PLAN = """
            update deadline set second_due_at = $1
            where id = $2 and current_due_at = $3 and overdue_at is not null and second_due_at is null""";

    /** A clock may be satisfied or suspended at the very moment it turns red: then nobody is left with what it opened. */
    private static final String CALMED = """
            update todo set closed_at = $1 from deadline d
            where todo.clock_id = d.id and todo.closed_at is null and (d.satisfied_at is not null or d.suspended_at is not null)""";

    private final DatabaseClient database;
    private final Deadlines deadlines;
    private final Doorbell doorbell;
    private final Clock clock;
    private final QuietHours quiet;

    @Autowired
    ClockSweep(
            DatabaseClient database,
            Deadlines deadlines,
            Doorbell doorbell,
            Clock clock,
            @Value("${duban.quiet-hours}") String quietHours) {
        this(database, deadlines, doorbell, clock, QuietHours.parse(quietHours));
    }

    ClockSweep(DatabaseClient database, Deadlines deadlines, Doorbell doorbell, Clock clock, QuietHours quiet) {
        this.database = database;
        this.deadlines = deadlines;
        this.doorbell = doorbell;
        this.clock = clock;
        this.quiet = quiet;
    }

    @Bean
    Job clockSweepJob(@Value("${duban.clocks.sweep-every}") Duration every) {
        return new Job("the sweep of deadlines", every, this::sweep);
    }

    Mono<Long> sweep() {
        var now = clock.instant();
        return Flux.concat(run(OVERDUE_SOON, now), run(OVERDUE, now), planSecondLevels(), run(STILL_OVERDUE, now))
                .reduce(0L, Long::sum)
                .doOnNext(said -> {
                    if (said > 0) {
                        doorbell.ring();
                    }
                })
                .delayUntil(said -> database.sql(CALMED).bind(0, now).then());
    }

    /** @param marked clocks it was the time of, also such as nobody is told of, since their subject has no event */
    private record Swept(long marked, long said) {}

    private Mono<Long> run(String sweep, Instant now) {
        return once(sweep, now)
                .expand(swept -> swept.marked() < AT_ONCE ? Mono.empty() : once(sweep, now))
                .take(MOST_ROUNDS)
                .reduce(0L, (said, swept) -> said + swept.said());
    }

    private Mono<Swept> once(String sweep, Instant now) {
        return database.sql(sweep)
                .bind(0, now)
                .bind(1, quiet.cover(now))
                .map(row -> new Swept(row.get(0, Long.class), row.get(1, Long.class)))
                .one();
    }

    /** @return 0: nothing is said by it */
    private Mono<Long> planSecondLevels() {
        return database.sql(UNPLANNED)
                .mapProperties(OverdueClock.class)
                .all()
                .collectList()
                .flatMapIterable(clocks -> clocks)
                .concatMap(clock -> deadlines
                        .stillOverdueAt(clock.ruleId(), clock.ruleVersion(), clock.currentDueAt())
                        .flatMap(when -> database.sql(PLAN)
                                .bind(0, when)
                                .bind(1, clock.id())
                                .bind(2, clock.currentDueAt())
                                .then()))
                .then(Mono.just(0L));
    }

    /** A clock whose second level has no date yet. */
    record OverdueClock(UUID id, String ruleId, int ruleVersion, Instant currentDueAt) {}
}
