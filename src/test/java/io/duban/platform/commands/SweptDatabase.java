package io.duban.platform.commands;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.events.Doorbell;
import io.duban.support.DemoDistrict;
import io.duban.support.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** A database of its own that nobody sweeps but the test, at the instants it likes, with as many instances as it likes. */
final class SweptDatabase {

    private final DatabaseClient client = DatabaseClient.create(new ConnectionPool(
            ConnectionPoolConfiguration.builder(TestDatabase.create().connections())
                    .initialSize(1)
                    .maxSize(6)
                    .build()));
    private final Deadlines deadlines = deadlines(client);

    /** An instance of the product, whose clock shows this instant. */
    ClockSweep instance(Instant now, QuietHours quiet) {
        return new ClockSweep(client, deadlines, new Doorbell(), Clock.fixed(now, ZoneOffset.UTC), quiet);
    }

    void sweepAt(Instant now, QuietHours quiet) {
        instance(now, quiet).sweep().block();
    }

    /** So many subjects, each with an event and a clock that calls the urban bureau's deputy and then its head; their title. */
    String clocks(int number, String rule, Instant dueAt) {
        var title = "clocks " + UUID.randomUUID();
        client.sql("""
                        with subject as (select gen_random_uuid() as id from generate_series(1, $1)),
                        begun as (
                            insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority,
                                permission, state, light)
                            select gen_random_uuid(), 'supervision.matter.begun', $4, 'supervision.matter', id, 1, $2, 'INFO',
                                'supervision:read', 'ISSUED', 'GREEN' from subject)
                        insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at,
                            original_due_at, current_due_at, warn_at, provisional, escalation_action, escalation_roles, escalation_units,
                            second_persons, second_roles, second_units)
                        select gen_random_uuid(), 'supervision.matter', id, 'CHECK', $3, 1, '2026.1', $4::timestamptz - interval '30 days', $4, $4,
                            $4::timestamptz - interval '10 minutes', false, 'URGE_CHECK', array['UNIT_DEPUTY'], array[$5::uuid],
                            '{}'::uuid[], array['UNIT_HEAD'], array[$5::uuid]
                        from subject""")
                .bind(0, number)
                .bind(1, title)
                .bind(2, rule)
                .bind(3, dueAt)
                .bind(4, DemoDistrict.HOUSING_BUREAU)
                .then()
                .block();
        return title;
    }

    /** How many events of a verb were said about the subjects of this title, and about how many subjects. */
    Said said(String title, String verb) {
        return client.sql("""
                        select count(*) as events, count(distinct subject_id) as subjects from event_log
                        where title = $1 and type = 'supervision.matter.' || $2""")
                .bind(0, title)
                .bind(1, verb)
                .mapProperties(Said.class)
                .one()
                .block();
    }

    /** How many to-dos about the subjects of this title lie on one person's desk. */
    long onTheDeskOf(UUID person, String title) {
        return client.sql("select count(*) from todo where title = $1 and person_id = $2 and closed_at is null")
                .bind(0, title)
                .bind(1, person)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    DatabaseClient client() {
        return client;
    }

    record Said(long events, long subjects) {

        static final Said NOTHING = new Said(0, 0);

        static Said once(long subjects) {
            return new Said(subjects, subjects);
        }
    }

    /** Local time in the office. */
    static Instant at(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant();
    }

    private static Deadlines deadlines(DatabaseClient client) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DatabaseClient.class, () -> client);
        context.scan("io.duban.platform.calendar");
        context.refresh();
        return context.getBean(Deadlines.class);
    }
}
