package io.duban.instructions;

import io.duban.platform.identity.Reach;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads an instruction with everything that hangs on it. */
@Component
class InstructionFiles {

    private final LeaderInstructions instructions;
    private final Decompositions decompositions;
    private final InstructionTasks tasks;
    private final InstructionFeedbacks feedback;

    InstructionFiles(
            LeaderInstructions instructions,
            Decompositions decompositions,
            InstructionTasks tasks,
            InstructionFeedbacks feedback) {
        this.instructions = instructions;
        this.decompositions = decompositions;
        this.tasks = tasks;
        this.feedback = feedback;
    }

    /** The file, if the instruction is in reach; absent and out of reach are the same refusal. */
    Mono<InstructionFile> require(UUID id, Reach reach) {
        return instructions
                .require(id, reach)
                .map(InstructionFile::of)
                .flatMap(this::planned)
                .flatMap(this::answered);
    }

    private Mono<InstructionFile> planned(InstructionFile file) {
        var plan = file.instruction().course().handling().decompositionId();
        return plan == null
                ? Mono.just(file)
                : decompositions
                        .findById(plan)
                        .zipWith(
                                tasks.findByDecompositionIdOrderByPlace(plan).collectList(),
                                (decomposition, rows) ->
                                        new InstructionFile(file.instruction(), decomposition, rows, file.feedback()));
    }

    private Mono<InstructionFile> answered(InstructionFile file) {
        return feedback.findByInstructionIdOrderBySubmittedAt(file.id()).reduce(file, InstructionFile::with);
    }
}
