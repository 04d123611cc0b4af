package io.duban.instructions;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** All decompositions ever drafted. */
interface Decompositions extends Repository<Decomposition, UUID> {

    Mono<Decomposition> findById(UUID id);
}
