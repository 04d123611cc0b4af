package io.duban.supervision.matters;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The words on results, each round's by itself. */
interface Evaluations extends Repository<Evaluation, UUID> {

    Flux<Evaluation> findByAssignmentIdOrderByRound(UUID assignmentId);

    Mono<Evaluation> findByAssignmentIdAndRound(UUID assignmentId, int round);

    /** Of this round, of which the part says that there is one. */
    default Mono<Evaluation> requireOf(SupervisionAssignment part) {
        return findByAssignmentIdAndRound(part.id(), part.round()).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
