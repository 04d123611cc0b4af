package io.duban.instructions;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The tasks of decompositions. */
interface InstructionTasks extends Repository<Decomposition.Row, UUID> {

    Flux<Decomposition.Row> findByDecompositionIdOrderByPlace(UUID decompositionId);

    Flux<Decomposition.Row> findByDecompositionIdInOrderByPlace(Collection<UUID> decompositionIds);
}
