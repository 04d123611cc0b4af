package io.duban.instructions;

import io.duban.platform.identity.Reach;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
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

    /** Instructions in reach, in as many queries as one takes. */
    Flux<InstructionFile> inReach(Collection<UUID> ids, Reach reach) {
        return instructions
                .findByIdIn(ids)
                .filter(found -> reach.covers(found.unitIds(), found.participantIds()))
                .map(InstructionFile::of)
                .collectList()
                .flatMap(this::plannedAll)
                .flatMap(files -> feedback.findByInstructionIdInOrderBySubmittedAt(ids)
                        .collectMultimap(InstructionFeedback::instructionId)
                        .map(said -> files.stream()
                                .map(file -> new InstructionFile(
                                        file.instruction(),
                                        file.decomposition(),
                                        file.tasks(),
                                        List.copyOf(said.getOrDefault(file.id(), List.of()))))
                                .toList()))
                .flatMapIterable(files -> files);
    }

    private Mono<List<InstructionFile>> plannedAll(List<InstructionFile> files) {
        var plans =
                files.stream().flatMap(file -> Stream.ofNullable(planOf(file))).toList();
        return decompositions
                .findByIdIn(plans)
                .collectMap(Decomposition::id)
                .flatMap(drafted -> tasks.findByDecompositionIdInOrderByPlace(plans)
                        .collectMultimap(Decomposition.Row::decompositionId)
                        .map(rows -> files.stream()
                                .map(file -> planned(file, drafted, rows))
                                .toList()));
    }

    private static InstructionFile planned(
            InstructionFile file, Map<UUID, Decomposition> drafted, Map<UUID, Collection<Decomposition.Row>> rows) {
        var plan = planOf(file);
        return plan == null
                ? file
                : new InstructionFile(
                        file.instruction(),
                        drafted.get(plan),
                        List.copyOf(rows.getOrDefault(plan, List.of())),
                        file.feedback());
    }

    private static @Nullable UUID planOf(InstructionFile file) {
        return file.instruction().course().handling().decompositionId();
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
