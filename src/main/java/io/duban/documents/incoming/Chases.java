package io.duban.documents.incoming;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who was chased. */
interface Chases extends Repository<Chase, UUID> {

    Flux<Chase> findByDocumentIdOrderByChasedAtAsc(UUID documentId);

    /** The last of this part; empty when it was not chased yet. */
    Mono<Chase> findFirstByAssignmentIdOrderByChasedAtDesc(UUID assignmentId);
}
