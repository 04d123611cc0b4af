package io.duban.supervision.inspections;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The field inspections as they stand. */
interface FieldInspections extends Repository<FieldInspection, UUID> {

    Mono<FieldInspection> findById(UUID id);

    Flux<FieldInspection> findByMatterIdOrderByBegunAt(UUID matterId);

    /** The inspection, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<FieldInspection> require(UUID id, Reach reach) {
        return findById(id)
                .filter(inspection -> reach.covers(inspection.unitIds(), inspection.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
