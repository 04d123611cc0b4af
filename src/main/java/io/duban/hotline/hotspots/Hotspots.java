package io.duban.hotline.hotspots;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The hot spots as they stand. */
interface Hotspots extends Repository<Hotspot, UUID> {

    Mono<Hotspot> findById(UUID id);

    /** The hot spot, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<Hotspot> require(UUID id, Reach reach) {
        return findById(id)
                .filter(hotspot -> reach.covers(hotspot.unitIds(), hotspot.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
