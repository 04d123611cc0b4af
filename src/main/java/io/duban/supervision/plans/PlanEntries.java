package io.duban.supervision.plans;

import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What the plans provide for. */
interface PlanEntries extends Repository<PlanEntry, UUID> {

    /** Those of one plan, in the order of the year. */
    @Query("select * from inspection_plan_entry where plan_id = $1 order by planned_on, id")
    Flux<PlanEntry> findByPlanId(UUID planId);
}
