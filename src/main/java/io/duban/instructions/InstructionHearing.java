package io.duban.instructions;

import static io.duban.instructions.InstructionMove.*;
import static io.duban.platform.identity.Role.DOC_HANDLER;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What leaders say to words before the office handles them: confirm or deny having said them, take the lead, acknowledge them. */
@Component
class InstructionHearing {

    private final InstructionFiles files;
    private final Deadlines deadlines;

    InstructionHearing(InstructionFiles files, Deadlines deadlines) {
        this.files = files;
        this.deadlines = deadlines;
    }

    Mono<Outcome<InstructionFile>> confirm(UUID id, Command command) {
        return spoken(id, CONFIRM_ORAL, command).map(file -> {
            requireOther(file, command);
            var course = file.instruction().course();
            return file.after(CONFIRM_ORAL, course.with(course.hearing().confirmed(command.now())), command)
                    .changed()
                    .closing(CONFIRM_ORAL.name())
                    .satisfying(InstructionRecording.CONFIRMATION, command.now())
                    .announcing("confirmed", Priority.INFO, command.now());
        });
    }

    /** He did not say it: cancelled, with his words. */
    Mono<Outcome<InstructionFile>> deny(UUID id, String words, Command command) {
        return spoken(id, DENY_ORAL, command)
                .map(file -> file.after(
                        DENY_ORAL, file.instruction().course().with(Course.Ending.by(words, command)), command))
                .map(denied -> Closing.of(denied, command.now()).announcing("denied", Priority.INFO, command.now()));
    }

    Mono<Outcome<InstructionFile>> acknowledge(UUID id, Command command) {
        return files.require(id, command.access().reach()).map(file -> acknowledged(file, command));
    }

    static Outcome<InstructionFile> acknowledged(InstructionFile file, Command command) {
        file.check(ACKNOWLEDGE, command);
        var leader = command.officer().id();
        if (!file.instruction().words().addresseeIds().contains(leader)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "这条批示没有转给您。", "These words are not addressed to you.");
        }
        var course = file.instruction().course();
        if (course.hearing().acknowledgedByIds().contains(leader)) {
            return Outcome.unchanged(file);
        }
        return file.after(ACKNOWLEDGE, course.with(course.hearing().acknowledged(leader)), command)
                .changed()
                .closing(ACKNOWLEDGE.name(), leader)
                .announcing("acknowledged", Priority.INFO, command.now());
    }

    /** Only now the office may decompose, and its clock runs. */
    Mono<Outcome<InstructionFile>> coordinate(UUID id, String words, Command command) {
        return files.require(id, command.access().reach())
                .zipWhen(
                        file -> deadlines.start(
                                file.instruction().words().urgency().decompositionRule(),
                                file.subjectType(),
                                id,
                                InstructionDecomposing.DECOMPOSITION,
                                command.now()),
                        (file, due) -> led(file, words, due, command));
    }

    static Outcome<InstructionFile> led(InstructionFile file, String words, Deadline due, Command command) {
        requireLead(file, command);
        var course = file.instruction().course();
        var led = file.after(COORDINATE, course.with(course.handling().led(words, command.now())), command);
        return InstructionDecomposing.starting(led.changed(), due)
                .closing(COORDINATE.name())
                .opening(DECOMPOSE.name(), Assignee.holders(DOC_HANDLER), due.currentDueAt())
                .announcing("coordinated", Priority.ACTION, command.now());
    }

    private static void requireLead(InstructionFile file, Command command) {
        file.check(COORDINATE, command);
        var instruction = file.instruction();
        if (!command.officer().id().equals(instruction.words().coordinatingLeaderId())) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "这件事不由您牵头。", "Another leader takes the lead in this.");
        }
        if (!instruction.awaitsLead()) {
            throw Refusal.illegalState(COORDINATE.name(), file.state() + "(已牵头)", List.of());
        }
    }

    private Mono<InstructionFile> spoken(UUID id, InstructionMove move, Command command) {
        return files.require(id, command.access().reach())
                .doOnNext(file -> file.check(move, command))
                .doOnNext(file -> file.requireOwner(command))
                .doOnNext(file -> requireUnconfirmed(file, move));
    }

    /** Who wrote the words down does not confirm them for the leader. */
    static void requireOther(InstructionFile file, Command command) {
        var writer = file.instruction().course().hearing().writtenDownById();
        if (writer != null && command.persons().contains(writer)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL,
                    "记录口头批示的人不能代领导确认,请领导本人确认。",
                    "Who wrote the words down does not confirm them for the leader; he does so himself.");
        }
    }

    static void requireUnconfirmed(InstructionFile file, InstructionMove move) {
        if (!file.instruction().course().hearing().awaitsConfirmation()) {
            throw Refusal.illegalState(move.name(), file.state() + "(不是待确认的口头批示)", List.of());
        }
    }
}
