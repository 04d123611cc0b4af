package io.duban.supervision.conclusions;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What conclusions rest on. */
interface ConclusionEvidences extends Repository<ConclusionEvidence, UUID> {

    Flux<ConclusionEvidence> findByConclusionIdAndRoundOrderByPlaceInList(UUID conclusionId, int round);
}
