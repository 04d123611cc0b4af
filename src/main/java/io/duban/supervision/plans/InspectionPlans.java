package io.duban.supervision.plans;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The plans as they stand. */
interface InspectionPlans extends Repository<InspectionPlan, UUID> {

    Mono<InspectionPlan> findById(UUID id);
}
