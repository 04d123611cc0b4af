package io.duban.supervision.conclusions;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The conclusions as they stand. */
interface InspectionConclusions extends Repository<InspectionConclusion, UUID> {

    Mono<InspectionConclusion> findById(UUID id);

    Mono<Boolean> existsByMatterIdAndStatusNot(UUID matterId, ConclusionStatus status);
}
