package io.duban.supervision.matters;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What units gave back. */
interface ReturnRequests extends Repository<ReturnRequest, UUID> {

    Flux<ReturnRequest> findByAssignmentIdOrderByAskedAt(UUID assignmentId);

    Mono<ReturnRequest> findFirstByAssignmentIdAndDecisionIsNullOrderByAskedAtDesc(UUID assignmentId);

    /** The one that waits for a decision. */
    default Mono<ReturnRequest> requireOpen(UUID assignmentId) {
        return findFirstByAssignmentIdAndDecisionIsNullOrderByAskedAtDesc(assignmentId)
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
