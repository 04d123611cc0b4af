package io.duban.instructions;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From the leader's words to their strike-off: recorded, handed to supervision in the same statement, reported, struck off by him. */
@Component
class InstructionFollowUp {

    private final LeaderInstructions instructions;
    private final FeedbackClock clock;
    private final Directory directory;
    private final InstructionIntake intake;

    InstructionFollowUp(
            LeaderInstructions instructions, FeedbackClock clock, Directory directory, InstructionIntake intake) {
        this.instructions = instructions;
        this.clock = clock;
        this.directory = directory;
        this.intake = intake;
    }

    /** Who acts on the words, and what must be true at the end. */
    record Assignment(Set<UUID> objectUnitIds, List<String> acceptanceCriteria, boolean physicalResult) {}

    @SuppressWarnings("unchecked")
    Mono<Outcome<LeaderInstruction>> record(InstructionIntake.LeadersWords words, Command command) {
        return Mono.fromSupplier(() -> (Outcome<LeaderInstruction>) intake.recorded(words, command));
    }

    Mono<Outcome<LeaderInstruction>> strikeOff(UUID id, Command command) {
        return Mono.error(Refusal::notFound);
    }
}
