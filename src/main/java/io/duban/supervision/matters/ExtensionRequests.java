package io.duban.supervision.matters;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What units asked more time for. */
interface ExtensionRequests extends Repository<ExtensionRequest, UUID> {

    Flux<ExtensionRequest> findByAssignmentIdOrderByAskedAt(UUID assignmentId);

    Mono<ExtensionRequest> findFirstByAssignmentIdOrderByAskedAtDesc(UUID assignmentId);

    /** The last one, of which the part says that it waits for a decision. */
    default Mono<ExtensionRequest> requireLast(UUID assignmentId) {
        return findFirstByAssignmentIdOrderByAskedAtDesc(assignmentId).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
