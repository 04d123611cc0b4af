package io.duban.supervision.liaisons;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The namings as they stand. */
interface SupervisionLiaisons extends Repository<SupervisionLiaison, UUID> {

    Mono<SupervisionLiaison> findById(UUID id);

    /** At most one naming of a unit stands. */
    Mono<SupervisionLiaison> findByUnitIdAndStatus(UUID unitId, LiaisonStatus status);

    /** The naming, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<SupervisionLiaison> require(UUID id, Reach reach) {
        return findById(id)
                .filter(liaison -> reach.covers(liaison.unitIds(), liaison.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
