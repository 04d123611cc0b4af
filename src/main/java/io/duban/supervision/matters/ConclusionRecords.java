package io.duban.supervision.matters;

import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The conclusions, as matters read them. */
interface ConclusionRecords extends Repository<ConclusionRecord, UUID> {

    @Query("""
            select id, version, matter_id, status, issued_at, unit_ids, participant_ids,
                   exists (select from conclusion_objection o where o.conclusion_id = c.id and o.status in ('FILED', 'ACCEPTED')) as objection_open,
                   (select min(due_at) from rectification_item r where r.conclusion_id = c.id and r.status in ('OPEN', 'REPORTED')) as rectify_by
            from inspection_conclusion c where matter_id = $1 order by drafted_at, id""")
    Flux<ConclusionRecord> findByMatterId(UUID matterId);

    /** All of a matter; none is an answer too. */
    default Mono<ReachedConclusions> reached(UUID matterId) {
        return findByMatterId(matterId).collectList().map(ReachedConclusions::new);
    }
}
