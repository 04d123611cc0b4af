package io.duban.supervision.matters;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was changed of the matters' scope. */
interface ScopeChanges extends Repository<ScopeChange, UUID> {

    Flux<ScopeChange> findByMatterIdOrderByProposedAtAscIdAsc(UUID matterId);

    Mono<ScopeChange> findByIdAndMatterId(UUID id, UUID matterId);
}
