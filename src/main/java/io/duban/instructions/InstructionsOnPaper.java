package io.duban.instructions;

import static io.duban.instructions.InstructionMove.*;

import io.duban.instructions.InstructionIntake.OpenInstruction;
import io.duban.instructions.InstructionIntake.Task;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens to the instructions on a paper because of what happens to the paper. */
@Component
class InstructionsOnPaper {

    private final LeaderInstructions instructions;
    private final FeedbackClock clock;
    private final Directory directory;

    InstructionsOnPaper(LeaderInstructions instructions, FeedbackClock clock, Directory directory) {
        this.instructions = instructions;
        this.clock = clock;
        this.directory = directory;
    }

    Mono<List<OpenInstruction>> open(UUID sourceId) {
        return instructions
                .findBySourceId(sourceId)
                .filter(instruction -> instruction.status().isOpen())
                .map(instruction -> new OpenInstruction(
                        instruction.id(),
                        instruction.leaderId(),
                        instruction.words().category(),
                        instruction.state(),
                        instruction.dueAt()))
                .collectList();
    }

    Mono<Outcome<?>> assigned(UUID sourceId, List<Task> tasks, Command command) {
        return instructions
                .findBySourceId(sourceId)
                .collectList()
                .map(written -> new Written(sourceId, written))
                .flatMap(written -> written.each(
                        written.of(ASSIGN_WITH_PAPER),
                        instruction -> InstructionDecomposing.requireUnits(tasks, directory)
                                .then(clock.start(instruction, command.now()))
                                .map(due -> assigned(written.led(instruction), tasks, due, command))));
    }

    private static Outcome<?> assigned(LeaderInstruction instruction, List<Task> tasks, Deadline due, Command command) {
        var decomposition = Decomposition.withPaper(instruction, tasks, command);
        var outcome = Outcome.changed(instruction.assigned(ASSIGN_WITH_PAPER, decomposition, due, null, command))
                .inserting(decomposition)
                .closing(DECOMPOSE.name())
                .closing(CONFIRM_DECOMPOSITION.name())
                .closing(ASSIGN.name())
                .closing(COORDINATE.name())
                .satisfying(InstructionDecomposing.DECOMPOSITION, command.now())
                .starting(due)
                .announcing("assigned", Priority.INFO, command.now());
        decomposition.rows(tasks).forEach(outcome::inserting);
        return outcome;
    }

    Mono<Outcome<?>> begun(UUID sourceId, Command command) {
        return written(
                sourceId,
                BEGIN_WITH_PAPER,
                instruction -> Mono.just(
                        Outcome.changed(instruction.after(BEGIN_WITH_PAPER, instruction.course(), command.now()))
                                .announcing("inProgress", Priority.INFO, command.now())));
    }

    Mono<Outcome<?>> reported(UUID sourceId, String text, Command command) {
        return written(
                sourceId,
                REPORT_WITH_PAPER,
                instruction -> clock.silentFrom(instruction, command.now())
                        .map(silentFrom -> instruction.after(
                                REPORT_WITH_PAPER,
                                instruction
                                        .course()
                                        .with(new Course.Report(
                                                text, command.officer().id(), command.now(), silentFrom)),
                                command.now()))
                        .map(reported -> InstructionReporting.toLeader(InstructionFile.of(reported), command)));
    }

    private Mono<Outcome<?>> written(
            UUID sourceId, InstructionMove move, Function<LeaderInstruction, Mono<? extends Outcome<?>>> work) {
        return instructions
                .findBySourceId(sourceId)
                .collectList()
                .map(found -> new Written(sourceId, found))
                .flatMap(written -> written.each(written.of(move), work));
    }

    /** All that leaders wrote on one paper. */
    private record Written(UUID sourceId, List<LeaderInstruction> all) {

        List<LeaderInstruction> of(InstructionMove move) {
            return all.stream()
                    .filter(instruction -> move.from().contains(instruction.status()))
                    .toList();
        }

        /** Nobody assigns before the leader who is to coordinate has spoken: there, or on the same paper. */
        LeaderInstruction led(LeaderInstruction instruction) {
            var leader = instruction.words().coordinatingLeaderId();
            if (instruction.awaitsLead()
                    && all.stream().noneMatch(other -> other.leaderId().equals(leader))) {
                throw InstructionDecomposing.awaitsLead(instruction);
            }
            return instruction;
        }

        Mono<Outcome<?>> each(
                List<LeaderInstruction> some, Function<LeaderInstruction, Mono<? extends Outcome<?>>> work) {
            return Flux.fromIterable(some).concatMap(work).collectList().map(this::together);
        }

        private Outcome<?> together(List<? extends Outcome<?>> parts) {
            var whole = Outcome.about(new PaperWords(sourceId, all));
            parts.forEach(whole::including);
            return whole;
        }
    }
}
