package io.duban.supervision.inspections;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The field inspections as they stand. */
interface FieldInspections extends Repository<FieldInspection, UUID> {

    Mono<FieldInspection> findById(UUID id);

    @Query("select * from field_inspection where matter_id = :matterId order by begun_at, planned_for, id")
    Flux<FieldInspection> findByMatter(UUID matterId);

    /** What an inspector has before him, the next visit first. */
    @Query("""
            select * from field_inspection
            where :inspector = any(inspector_ids) and status in ('PLANNED', 'ON_SITE')
               or author_id = :inspector and status = 'ON_SITE'
               or second_inspector_id = :inspector and status = 'ON_SITE'
            order by planned_for, begun_at, id limit 100""")
    Flux<FieldInspection> findOpenOf(UUID inspector);

    /** What changed of an inspector's since then, the oldest change first, so that his phone also hears of what ended. */
    @Query("""
            select * from field_inspection
            where (:inspector = any(inspector_ids) or author_id = :inspector or second_inspector_id = :inspector)
              and changed_at >= :since
            order by changed_at, id limit 100""")
    Flux<FieldInspection> findChangedOf(UUID inspector, Instant since);

    /** The one or the other, as it is asked. */
    default Flux<FieldInspection> findOf(UUID inspector, @Nullable Instant since) {
        return since == null ? findOpenOf(inspector) : findChangedOf(inspector, since);
    }

    /** The inspection, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<FieldInspection> require(UUID id, Reach reach) {
        return findById(id)
                .filter(inspection -> reach.covers(inspection.unitIds(), inspection.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
