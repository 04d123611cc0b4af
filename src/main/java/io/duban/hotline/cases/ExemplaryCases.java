package io.duban.hotline.cases;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The cases as they stand. */
interface ExemplaryCases extends Repository<ExemplaryCase, UUID> {

    Mono<ExemplaryCase> findById(UUID id);

    @Query("select exists (select 1 from hotline_case where ticket_id = $1 and status <> 'DROPPED')")
    Mono<Boolean> isTold(UUID ticketId);

    /** The case, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<ExemplaryCase> require(UUID id, Reach reach) {
        return findById(id)
                .filter(one -> reach.covers(one.unitIds(), one.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
