package io.duban.instructions;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What units fed back. */
interface InstructionFeedbacks extends Repository<InstructionFeedback, UUID> {

    Flux<InstructionFeedback> findByInstructionIdOrderBySubmittedAt(UUID instructionId);

    Flux<InstructionFeedback> findByInstructionIdInOrderBySubmittedAt(Collection<UUID> instructionIds);
}
