package io.duban.supervision.plans;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What was changed of the plans. */
interface PlanChanges extends Repository<PlanChange, UUID> {

    Flux<PlanChange> findByPlanIdOrderByProposedAtAscIdAsc(UUID planId);
}
