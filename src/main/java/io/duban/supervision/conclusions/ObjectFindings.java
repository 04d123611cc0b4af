package io.duban.supervision.conclusions;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The findings as they stand, former editions too. */
interface ObjectFindings extends Repository<ObjectFinding, UUID> {

    Mono<ObjectFinding> findById(UUID id);

    Flux<ObjectFinding> findByConclusionIdAndRoundOrderByIdAsc(UUID conclusionId, int round);

    Flux<ObjectFinding> findByMatterIdAndUnitId(UUID matterId, UUID unitId);
}
