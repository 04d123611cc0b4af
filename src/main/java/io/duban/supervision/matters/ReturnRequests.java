package io.duban.supervision.matters;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What units gave back. */
interface ReturnRequests extends Repository<ReturnRequest, UUID> {

    Flux<ReturnRequest> findByAssignmentIdOrderByAskedAt(UUID assignmentId);

    Mono<ReturnRequest> findFirstByAssignmentIdOrderByAskedAtDesc(UUID assignmentId);

    /** The last one. Whether it waits for a decision, the part says: who decided meanwhile is found by the guard of its version. */
    default Mono<ReturnRequest> requireLast(UUID assignmentId) {
        return findFirstByAssignmentIdOrderByAskedAtDesc(assignmentId).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
