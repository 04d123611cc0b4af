package io.duban.instructions;

import static io.duban.instructions.InstructionMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.instructions.InstructionFeedback.Kind;
import io.duban.instructions.InstructionIntake.Urgency;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What units feed back to the office, and the office's check before the leader hears of it. */
@Component
class UnitFeedback {

    private static final String STAGE = "STAGE:";

    private final InstructionFiles files;
    private final FeedbackClock clock;

    UnitFeedback(InstructionFiles files, FeedbackClock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** The office's word on a unit's feedback; with RETURN the defects. */
    record Decision(
            UUID feedbackId, Verdict verdict, @Nullable String defects) {

        enum Verdict {
            ACCEPT,
            RETURN
        }
    }

    /** The clock of a unit's stage reports. */
    static String stage(UUID unit) {
        return STAGE + unit;
    }

    /** A stage report that is overdue is the unit's head's to see to. */
    static Outcome<InstructionFile> startingStage(Outcome<InstructionFile> outcome, Deadline stage) {
        var unit = UUID.fromString(stage.step().substring(STAGE.length()));
        return outcome.starting(stage, Escalation.to("URGE_STAGE_REPORT", Assignee.holdersAt(Set.of(unit), UNIT_HEAD)));
    }

    Mono<Outcome<InstructionFile>> give(UUID id, Kind kind, String text, Command command) {
        return files.require(id, command.access().reach())
                .doOnNext(file -> file.check(GIVE_FEEDBACK, command))
                .map(file -> given(file, kind, text, command));
    }

    private static Outcome<InstructionFile> given(InstructionFile file, Kind kind, String text, Command command) {
        var unit = file.unitToFeedBack(command.officer())
                .orElseThrow(
                        () -> Refusal.illegalState(GIVE_FEEDBACK.name(), file.state() + "(没有待您单位反馈的任务)", List.of()));
        var said = InstructionFeedback.submitted(file.id(), unit, kind, text, command);
        var outcome = file.with(said)
                .after(GIVE_FEEDBACK, file.instruction().course(), command)
                .changed()
                .inserting(said)
                .satisfying(stage(unit), command.now())
                .opening(ACCEPT_FEEDBACK.name(), Assignee.holders(DOC_HANDLER), file.dueAt())
                .announcing("feedbackGiven", Priority.ACTION, command.now());
        return kind == Kind.FINAL ? outcome.closingAt(GIVE_FEEDBACK.name(), unit) : outcome;
    }

    Mono<Outcome<InstructionFile>> decide(UUID id, Decision decision, Command command) {
        return files.require(id, command.access().reach())
                .flatMap(file -> decision.verdict() == Decision.Verdict.ACCEPT
                        ? accepted(file, decision, command)
                        : Mono.fromSupplier(() -> returned(file, decision, command)));
    }

    private Mono<Outcome<InstructionFile>> accepted(InstructionFile file, Decision decision, Command command) {
        file.check(ACCEPT_FEEDBACK, command);
        var accepted = waiting(file, decision).accepted(command);
        var outcome = decided(file, accepted, ACCEPT_FEEDBACK, command)
                .announcing("feedbackAccepted", Priority.INFO, command.now());
        if (outcome.subject().isResultAccepted()) {
            outcome.opening(REPORT.name(), Assignee.holders(DOC_HANDLER), file.dueAt());
        }
        return isStageOfHardMatter(file, accepted)
                ? clock.stage(file.instruction(), accepted.unitId(), command.now())
                        .map(next -> startingStage(outcome, next))
                        .defaultIfEmpty(outcome)
                : Mono.just(outcome);
    }

    private static Outcome<InstructionFile> returned(InstructionFile file, Decision decision, Command command) {
        file.check(RETURN_FEEDBACK, command);
        var returned = waiting(file, decision).returned(decision.defects(), command);
        var outcome = decided(file, returned, RETURN_FEEDBACK, command)
                .opening(
                        GIVE_FEEDBACK.name(), Assignee.holdersAt(Set.of(returned.unitId()), UNIT_LIAISON), file.dueAt())
                .announcing("feedbackReturned", Priority.ACTION, command.now());
        return isTimed(file, returned) ? outcome.resuming(stage(returned.unitId())) : outcome;
    }

    private static Outcome<InstructionFile> decided(
            InstructionFile file, InstructionFeedback said, InstructionMove move, Command command) {
        var next = file.with(said).after(move, file.instruction().course(), command);
        var outcome = next.changed().updating(said);
        return next.feedback().stream().anyMatch(InstructionFeedback::isSubmitted)
                ? outcome
                : outcome.closing(ACCEPT_FEEDBACK.name());
    }

    private static InstructionFeedback waiting(InstructionFile file, Decision decision) {
        return file.feedback().stream()
                .filter(said -> said.id().equals(decision.feedbackId()))
                .filter(InstructionFeedback::isSubmitted)
                .findAny()
                .orElseThrow(() -> Refusal.invalid("/feedbackId", "没有这条待审核的反馈。", "No such feedback waits."));
    }

    private static boolean isStageOfHardMatter(InstructionFile file, InstructionFeedback said) {
        return said.kind() == Kind.STAGE && isTimed(file, said);
    }

    private static boolean isTimed(InstructionFile file, InstructionFeedback said) {
        return file.instruction().words().urgency() == Urgency.COMPLEX
                && file.hostUnitIds().contains(said.unitId());
    }
}
