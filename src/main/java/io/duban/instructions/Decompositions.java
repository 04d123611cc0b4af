package io.duban.instructions;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All decompositions ever drafted. */
interface Decompositions extends Repository<Decomposition, UUID> {

    Mono<Decomposition> findById(UUID id);

    Flux<Decomposition> findByIdIn(Collection<UUID> ids);
}
