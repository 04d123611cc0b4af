package io.duban.instructions;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.SupervisionIntake;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From the leader's words to their strike-off: recorded, handed to supervision in the same statement, reported, struck off by him. */
@Component
class InstructionFollowUp {

    private final LeaderInstructions instructions;
    private final Deadlines deadlines;
    private final Directory directory;

    InstructionFollowUp(LeaderInstructions instructions, Deadlines deadlines, Directory directory) {
        this.instructions = instructions;
        this.deadlines = deadlines;
        this.directory = directory;
    }

    /** Who acts on the words, and what must be true at the end. */
    record Assignment(Set<UUID> objectUnitIds, List<String> acceptanceCriteria, boolean physicalResult) {}

    Mono<Outcome<LeaderInstruction>> record(LeaderInstruction.Words words, Command command) {
        return Mono.fromSupplier(() -> LeaderInstruction.recorded(UuidCreator.getTimeOrderedEpoch(), words, command))
                .map(instruction -> {
                    var outcome = Outcome.created(instruction).announcing("recorded", Priority.ACTION, command.now());
                    return instruction.status() == InstructionStatus.RECORDED
                            ? outcome.opening("ASSIGN", Assignee.holders(DOC_HANDLER, OFFICE_DIRECTOR), null)
                            : outcome;
                });
    }

    Mono<Outcome<LeaderInstruction>> assign(UUID id, Assignment assignment, Command command) {
        return instructions
                .require(id, command.access().reach())
                .delayUntil(instruction -> requireUnits(assignment.objectUnitIds()))
                .flatMap(instruction -> deadlines
                        .start(
                                instruction.urgency().rule(),
                                instruction.subjectType(),
                                id,
                                LeaderInstruction.FEEDBACK,
                                command.now())
                        .map(due -> Outcome.changed(instruction.assign(assignment.objectUnitIds(), due, command))
                                .closing("ASSIGN")
                                .starting(due)
                                .announcing("assigned", Priority.INFO, command.now())
                                .including(SupervisionIntake.draft(
                                        words(instruction, assignment, command), command.now()))));
    }

    Mono<Outcome<LeaderInstruction>> report(UUID id, String text, Command command) {
        return instructions
                .require(id, command.access().reach())
                .map(instruction -> instruction.report(text, command))
                .map(instruction -> Outcome.changed(instruction)
                        .satisfying(LeaderInstruction.FEEDBACK, command.now())
                        .opening("STRIKE_OFF", Assignee.person(instruction.leaderId()), null)
                        .announcing("reported", Priority.ACTION, command.now()));
    }

    Mono<Outcome<LeaderInstruction>> strikeOff(UUID id, Command command) {
        return instructions
                .require(id, command.access().reach())
                .map(instruction -> instruction.strikeOff(command))
                .map(instruction -> Outcome.changed(instruction)
                        .closing("STRIKE_OFF")
                        .announcing("struckOff", Priority.INFO, command.now()));
    }

    private static SupervisionIntake.LeadersWords words(
            LeaderInstruction instruction, Assignment assignment, Command command) {
        return new SupervisionIntake.LeadersWords(
                instruction.leaderId(),
                instruction.chief(),
                command.officer().id(),
                instruction.exactWords(),
                instruction.title(),
                assignment.acceptanceCriteria(),
                assignment.objectUnitIds(),
                io.duban.supervision.Urgency.valueOf(instruction.urgency().name()),
                assignment.physicalResult());
    }

    private Mono<Void> requireUnits(Set<UUID> units) {
        return directory
                .canAllSignFor(units)
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid("/objectUnitIds", "承办单位不存在。", "A unit does not exist.")));
    }
}
