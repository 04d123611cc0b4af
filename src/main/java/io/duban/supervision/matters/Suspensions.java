package io.duban.supervision.matters;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** What stands still. */
interface Suspensions extends Repository<Suspension, UUID> {

    /** The one that has not ended; a matter has one at most. */
    Mono<Suspension> findByMatterIdAndResumedAtIsNull(UUID matterId);
}
