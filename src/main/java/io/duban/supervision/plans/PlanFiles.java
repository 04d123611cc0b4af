package io.duban.supervision.plans;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gets a plan with its entries and changes. */
@Component
class PlanFiles {

    private final InspectionPlans plans;
    private final PlanEntries entries;
    private final PlanChanges changes;

    PlanFiles(InspectionPlans plans, PlanEntries entries, PlanChanges changes) {
        this.plans = plans;
        this.entries = entries;
        this.changes = changes;
    }

    /** The plan, if it is in reach; else the refusal of something absent. */
    Mono<PlanFile> require(UUID planId, Reach reach) {
        return plans.findById(planId)
                .filter(plan -> reach.covers(plan.unitIds(), plan.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(plan -> entries.findByPlanId(planId)
                        .collectList()
                        .flatMap(planned -> changes.findByPlanIdOrderByProposedAtAscIdAsc(planId)
                                .collectList()
                                .map(changed -> new PlanFile(plan, planned, changed))));
    }
}
