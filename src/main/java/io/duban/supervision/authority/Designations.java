package io.duban.supervision.authority;

import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The designations as they stand. */
interface Designations extends Repository<Designation, UUID> {

    Mono<Designation> findById(UUID id);

    /** Those an officer may see, the newest first. */
    @Query("""
            select * from supervision_designation where $1 or unit_id = any($2)
            order by designated_at desc, id desc limit 200""")
    Flux<Designation> findSeenBy(boolean everything, UUID[] units);
}
