package io.duban.supervision.notices;

import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads how units' parts of matters stand. */
@Component
class AssignmentStandings {

    private static final String STANDING = """
            select a.id as assignment_id, a.matter_id, m.title, a.unit_id, o.kind as unit_kind, a.status,
                   d.id as clock_id, d.current_due_at as due_at, d.satisfied_at is null and d.suspended_at is null as running
            from supervision_assignment a join supervision_matter m on m.id = a.matter_id join organization o on o.id = a.unit_id
            join lateral (select * from deadline where subject_id = a.matter_id and step = 'HANDLE:' || a.unit_id
                          order by trigger_at desc limit 1) d on true""";

    private static final String ONE = STANDING + " where a.id = :assignment and a.matter_id = :matter";

    /** Overdue and said to be so, and not yet answered by a card, be it one that was withdrawn. */
    private static final String UNCARDED = STANDING + """
             where m.status in ('ISSUED', 'IN_PROGRESS', 'PENDING_VERIFICATION', 'REOPENED') and a.status not in ('ACCEPTED', 'REASSIGNED')
              and o.kind not in ('CORE_LEADERSHIP', 'SUPERIOR')
              and d.satisfied_at is null and d.suspended_at is null and d.overdue_at is not null and d.current_due_at < :now
              and not exists (select 1 from supervision_card c where c.clock_id = d.id and c.colour = 'YELLOW_CARD')
            order by d.current_due_at, a.id limit 100""";

    private static final String STILL_UNCARDED =
            "select * from (%s) s where s.assignment_id = :assignment".formatted(UNCARDED);

    private final DatabaseClient database;

    AssignmentStandings(DatabaseClient database) {
        this.database = database;
    }

    /** The part of that matter; else the refusal of something absent. */
    Mono<AssignmentStanding> require(UUID assignmentId, UUID matterId) {
        return database.sql(ONE)
                .bind("assignment", assignmentId)
                .bind("matter", matterId)
                .mapProperties(AssignmentStanding.class)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** Parts whose light turned red and that have had no yellow card for it; those of leaders are never among them. */
    Flux<AssignmentStanding> overdueWithoutCard(Instant now) {
        return database.sql(UNCARDED)
                .bind("now", now)
                .mapProperties(AssignmentStanding.class)
                .all();
    }

    /** This part, if it is still one of {@link #overdueWithoutCard}. */
    Mono<AssignmentStanding> stillWithoutCard(UUID assignmentId, Instant now) {
        return database.sql(STILL_UNCARDED)
                .bind("now", now)
                .bind("assignment", assignmentId)
                .mapProperties(AssignmentStanding.class)
                .one();
    }
}
