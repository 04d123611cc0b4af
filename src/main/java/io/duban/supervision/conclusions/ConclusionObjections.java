package io.duban.supervision.conclusions;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The objections as they stand. */
interface ConclusionObjections extends Repository<ConclusionObjection, UUID> {

    Mono<ConclusionObjection> findById(UUID id);

    Flux<ConclusionObjection> findByConclusionIdOrderByFiledAtAscIdAsc(UUID conclusionId);

    Flux<ConclusionObjection> findByMatterIdOrderByFiledAtAscIdAsc(UUID matterId);
}
