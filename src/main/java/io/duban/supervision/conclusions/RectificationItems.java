package io.duban.supervision.conclusions;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What has to be put right, as it stands. */
interface RectificationItems extends Repository<RectificationItem, UUID> {

    Mono<RectificationItem> findById(UUID id);

    Flux<RectificationItem> findByConclusionIdAndRoundOrderByIdAsc(UUID conclusionId, int round);

    Flux<RectificationItem> findByFindingIdOrderByIdAsc(UUID findingId);
}
