package io.duban.supervision.conclusions;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the records a matter's conclusion may rest on: inspections whose record is in, units' final feedbacks, files. */
@Component
class ConclusionSources {

    // A final feedback is the entry of its hand-in, which is never changed, whatever becomes of the assignment later.
    private static final String OF_MATTER = """
            select 'FIELD_INSPECTION' as kind, id, null::uuid as unit_id, coalesce(object_statement, '') ~ '\\S' as speaks, recorded_at as at
            from field_inspection where matter_id = :matter and recorded_at is not null
            union all
            select 'FINAL_FEEDBACK', e.id, a.unit_id, true, e.at
            from supervision_entry e join supervision_assignment a on a.id = e.assignment_id
            where e.matter_id = :matter and e.step = 'SUBMIT_FINAL'
            union all
            select 'STORED_FILE', id, null, false, received_at from stored_file
            where subject_id = :matter or subject_id in (select id from field_inspection where matter_id = :matter)""";

    private final DatabaseClient database;

    ConclusionSources(DatabaseClient database) {
        this.database = database;
    }

    Mono<Sources> of(UUID matterId) {
        return database.sql(OF_MATTER)
                .bind("matter", matterId)
                .mapProperties(Sources.Source.class)
                .all()
                .collectList()
                .map(Sources::new);
    }
}
