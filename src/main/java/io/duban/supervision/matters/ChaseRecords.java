package io.duban.supervision.matters;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** Who was chased by hand. */
interface ChaseRecords extends Repository<ChaseRecord, UUID> {

    Flux<ChaseRecord> findByAssignmentIdOrderByChasedAt(UUID assignmentId);
}
