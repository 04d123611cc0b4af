package io.duban.supervision.matters;

import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The assignments as they stand. */
interface SupervisionAssignments extends Repository<SupervisionAssignment, UUID> {

    /** Those of one matter, its host first. */
    @Query("select * from supervision_assignment where matter_id = $1 order by duty desc, id")
    Flux<SupervisionAssignment> findByMatterId(UUID matterId);
}
