package io.duban.instructions;

import static io.duban.instructions.InstructionMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.instructions.InstructionIntake.Task;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From words to who does what until when: drafted by a clerk, confirmed by the director or given back. */
@Component
class InstructionDecomposing {

    /** The clock until the decomposition is confirmed. */
    static final String DECOMPOSITION = "DECOMPOSE";

    private final InstructionFiles files;
    private final Directory directory;

    InstructionDecomposing(InstructionFiles files, Directory directory) {
        this.files = files;
        this.directory = directory;
    }

    /** The director's word on a draft; with RETURN the reason. */
    record Decision(Verdict verdict, @Nullable String reason) {

        enum Verdict {
            CONFIRM,
            RETURN
        }
    }

    /** What is not decomposed in time is the director's to see to. */
    static Outcome<InstructionFile> starting(Outcome<InstructionFile> outcome, Deadline due) {
        return outcome.starting(due, Escalation.to("URGE_DECOMPOSITION", Assignee.holders(OFFICE_DIRECTOR)));
    }

    Mono<Outcome<InstructionFile>> draft(UUID id, Decomposition.Draft draft, Command command) {
        return files.require(id, command.access().reach())
                .doOnNext(file -> file.check(DECOMPOSE, command))
                .doOnNext(InstructionDecomposing::requireOpen)
                .map(file -> drafted(file, draft, command))
                .delayUntil(outcome -> requireUnits(draft.tasks(), directory));
    }

    private static Outcome<InstructionFile> drafted(InstructionFile file, Decomposition.Draft draft, Command command) {
        var decomposition = Decomposition.drafted(file.instruction(), draft, command);
        var rows = decomposition.rows(draft.tasks());
        var course = file.instruction().course();
        var instruction = file.instruction()
                .after(DECOMPOSE, course.with(course.handling().decomposed(decomposition.id())), command.now());
        var outcome = new InstructionFile(instruction, decomposition, rows, file.feedback())
                .changed()
                .inserting(decomposition)
                .closing(DECOMPOSE.name())
                .opening(CONFIRM_DECOMPOSITION.name(), Assignee.holders(OFFICE_DIRECTOR), null)
                .announcing("decomposed", Priority.ACTION, command.now());
        rows.forEach(outcome::inserting);
        return outcome;
    }

    Mono<Outcome<InstructionFile>> decide(UUID id, Decision decision, Command command) {
        return files.require(id, command.access().reach())
                .map(file -> decision.verdict() == Decision.Verdict.CONFIRM
                        ? confirmed(file, command)
                        : returned(file, decision.reason(), command));
    }

    private static Outcome<InstructionFile> confirmed(InstructionFile file, Command command) {
        file.check(CONFIRM_DECOMPOSITION, command);
        var decomposition = undecided(file, CONFIRM_DECOMPOSITION).confirmed(command);
        return file.with(decomposition)
                .after(CONFIRM_DECOMPOSITION, file.instruction().course(), command)
                .changed()
                .updating(decomposition)
                .closing(CONFIRM_DECOMPOSITION.name())
                .satisfying(DECOMPOSITION, command.now())
                .opening(ASSIGN.name(), Assignee.holders(DOC_HANDLER), null)
                .announcing("decompositionConfirmed", Priority.ACTION, command.now());
    }

    private static Outcome<InstructionFile> returned(InstructionFile file, @Nullable String reason, Command command) {
        file.check(RETURN_DECOMPOSITION, command);
        if (reason == null) {
            throw Refusal.invalid("/reason", "退回须写明原因。", "Say why it is given back.");
        }
        var decomposition = undecided(file, RETURN_DECOMPOSITION).returned(reason, command);
        return file.with(decomposition)
                .after(RETURN_DECOMPOSITION, file.instruction().course(), command)
                .changed()
                .updating(decomposition)
                .closing(CONFIRM_DECOMPOSITION.name())
                .opening(DECOMPOSE.name(), Assignee.persons(Set.of(decomposition.draftedById())), null)
                .announcing("decompositionReturned", Priority.ACTION, command.now());
    }

    private static Decomposition undecided(InstructionFile file, InstructionMove move) {
        if (file.isConfirmed()) {
            throw Refusal.illegalState(move.name(), file.state() + "(分解方案已审定)", List.of(ASSIGN.name()));
        }
        return file.requireDecomposition(move);
    }

    private static void requireOpen(InstructionFile file) {
        if (file.instruction().awaitsLead()) {
            throw awaitsLead(file.instruction());
        }
        if (file.isConfirmed()) {
            throw Refusal.illegalState(DECOMPOSE.name(), file.state() + "(分解方案已审定)", List.of(ASSIGN.name()));
        }
    }

    static Refusal awaitsLead(LeaderInstruction instruction) {
        return Refusal.illegalState(DECOMPOSE.name(), instruction.state() + "(等待牵头领导意见)", List.of(COORDINATE.name()));
    }

    static Mono<Void> requireUnits(List<Task> tasks, Directory directory) {
        return directory
                .canAllSignFor(tasks.stream().map(Task::unitId).collect(Collectors.toSet()))
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/tasks", "承办单位不存在,或者没有联络员。", "A unit does not exist, or has no liaison.")));
    }
}
