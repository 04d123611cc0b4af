package io.duban.supervision.matters;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What units handed in. */
interface FinalFeedbacks extends Repository<FinalFeedback, UUID> {

    Mono<FinalFeedback> findById(UUID id);

    Flux<FinalFeedback> findByAssignmentIdOrderByAttempt(UUID assignmentId);

    /** The last one of this part; empty when nothing was handed in yet. */
    Mono<FinalFeedback> findFirstByAssignmentIdOrderByAttemptDesc(UUID assignmentId);

    Flux<FinalFeedback> findByIdIn(Collection<UUID> ids);

    /** The last opinion of each co unit of a matter that stands: it was not sent back. */
    @Query("""
            select distinct on (f.assignment_id) f.* from supervision_final_feedback f join supervision_assignment a on a.id = f.assignment_id
            where f.matter_id = $1 and a.duty = 'CO' and a.status in ('FEEDBACK_SUBMITTED', 'ACCEPTED')
            order by f.assignment_id, f.attempt desc""")
    Flux<FinalFeedback> opinionsOn(UUID matterId);
}
