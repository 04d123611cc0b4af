package io.duban.supervision.matters;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is tracked. */
interface Trackings extends Repository<Tracking, UUID> {

    Flux<Tracking> findByMatterIdOrderByDecidedAtAscIdAsc(UUID matterId);

    /** The one that has not ended; a matter has one at most. */
    Mono<Tracking> findByMatterIdAndEndedAtIsNull(UUID matterId);
}
