package io.duban.supervision.matters;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * What the system reminded a unit of by itself, at yellow and at red (domain 0.4). No row is written for it: the clock keeps when it was said, and of a
 * date that was moved since, the event log does.
 */
@Component
class SystemChases {

    private static final String SAID = """
            with clocks as (select * from deadline where subject_id = :matter and step = :step)
            select warned_at as at, current_due_at as due_at, false as overdue from clocks where warned_at is not null
            union
            select overdue_at, current_due_at, true from clocks where overdue_at is not null
            union
            select e.occurred_at, e.due_at, e.type = 'supervision.matter.overdue'
            from clocks join deadline_change moved on moved.deadline_id = clocks.id
            join event_log e on e.subject_id = :matter and e.due_at = moved.due_before and e.occurred_at < moved.changed_at
                and e.type in ('supervision.matter.overdue', 'supervision.matter.overdueSoon')
            order by 1""";

    private final DatabaseClient database;

    SystemChases(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One reminder.
     *
     * @param overdue red; else yellow
     */
    record Said(Instant at, Instant dueAt, boolean overdue) {}

    /** Oldest first. */
    Flux<Said> of(SupervisionAssignment part) {
        return database.sql(SAID)
                .bind("matter", part.matterId())
                .bind("step", UnitStep.HANDLE.of(part.unitId()))
                .mapProperties(Said.class)
                .all();
    }
}
