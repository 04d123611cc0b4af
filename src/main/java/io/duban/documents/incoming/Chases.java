package io.duban.documents.incoming;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who was chased. */
interface Chases extends Repository<Chase, UUID> {

    Flux<Chase> findByDocumentIdOrderByChasedAtAsc(UUID documentId);

    Mono<Boolean> existsByAssignmentIdAndRestsUntil(UUID assignmentId, Instant restsUntil);
}
