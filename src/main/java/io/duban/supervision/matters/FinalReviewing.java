package io.duban.supervision.matters;

import static io.duban.supervision.matters.AssignmentMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.FinalFeedback.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The supervisor's word on a unit's result. The acceptance of the last host sends the matter to verification in the same statement. */
@Component
class FinalReviewing {

    private final MatterFiles files;
    private final FinalFeedbacks finals;
    private final StageReports stages;

    FinalReviewing(MatterFiles files, FinalFeedbacks finals, StageReports stages) {
        this.files = files;
        this.finals = finals;
        this.stages = stages;
    }

    Mono<Outcome<MatterFile>> accept(UUID matterId, UUID assignmentId, @Nullable String note, Command command) {
        return files.require(matterId, command.access().reach())
                .map(before -> accepted(before, before.accept(assignmentId, command), assignmentId, note, command))
                .flatMap(outcome -> judged(outcome, assignmentId, Verdict.ACCEPTED, note, command));
    }

    Mono<Outcome<MatterFile>> returnForCorrection(
            UUID matterId, UUID assignmentId, @Nullable String note, List<String> defects, Command command) {
        return files.require(matterId, command.access().reach())
                .delayUntil(before ->
                        Mono.fromCallable(() -> before.returnForCorrection(assignmentId, defects, null, command)))
                .flatMap(before -> stages.next(before.matter(), before.assignment(assignmentId), command.now())
                        .map(stage -> returned(
                                before.returnForCorrection(assignmentId, defects, StageReports.dueAt(stage), command),
                                assignmentId,
                                note,
                                stage,
                                command)))
                .flatMap(outcome -> judged(outcome, assignmentId, Verdict.RETURNED, note, command));
    }

    /** The hand-in keeps what was said of it, for the first-pass rate. */
    private Mono<Outcome<MatterFile>> judged(
            Outcome<MatterFile> outcome, UUID assignmentId, Verdict verdict, @Nullable String note, Command command) {
        var defects = outcome.subject().assignment(assignmentId).defects();
        return finals.findFirstByAssignmentIdOrderByAttemptDesc(assignmentId)
                .map(last -> last.reviewed(verdict, command.officer().id(), note, defects, command.now()))
                .map(outcome::updating);
    }

    private static Outcome<MatterFile> accepted(
            MatterFile before, MatterFile file, UUID assignmentId, @Nullable String note, Command command) {
        var part = file.assignment(assignmentId);
        var outcome = reviewed(file, part, command)
                .inserting(MatterEntry.of(ACCEPT, part, note, List.of(), command))
                .announcing(Event.of("finalAccepted", Priority.INFO, file, command.now())
                        .to(handedInBy(part)));
        return file.matter().status() == before.matter().status()
                ? outcome
                : awaitingVerification(file, outcome, command);
    }

    static Outcome<MatterFile> awaitingVerification(MatterFile file, Outcome<MatterFile> outcome, Command command) {
        var lacksRecord = file.matter().brief().physicalResult()
                && file.inspections().stream().noneMatch(FieldRecord::isRecorded);
        if (lacksRecord && !file.matter().hands().fieldSupervisorIds().isEmpty()) {
            outcome.opening(
                    MatterClosing.INSPECT,
                    Assignee.persons(file.matter().hands().fieldSupervisorIds()),
                    null);
        }
        return MatterConcluding.opening(file, outcome)
                .announcing("pendingVerification", Priority.ACTION, command.now());
    }

    private static Outcome<MatterFile> returned(
            MatterFile file, UUID assignmentId, @Nullable String note, Optional<Deadline> stage, Command command) {
        var part = file.assignment(assignmentId);
        var outcome = reviewed(file, part, command)
                .inserting(MatterEntry.of(RETURN_FOR_CORRECTION, part, note, part.defects(), command))
                .resuming(UnitStep.HANDLE.of(part.unitId()))
                .opening(UnitStep.SUBMIT_FINAL.of(part.unitId()), AssignmentFeedback.signers(file, part), part.dueAt());
        StageReports.start(stage, part, outcome);
        StageReports.ask(part, outcome);
        return outcome.announcing("finalReturned", Priority.ACTION, command.now());
    }

    private static Outcome<MatterFile> reviewed(MatterFile file, SupervisionAssignment part, Command command) {
        return AssignmentFeedback.changed(file, part.id())
                .closing(UnitStep.REVIEW.of(part.unitId()))
                .satisfying(UnitStep.REVIEW.of(part.unitId()), command.now());
    }

    private static Set<UUID> handedInBy(SupervisionAssignment part) {
        var signer = part.handIn().submittedById();
        return signer == null ? Set.of() : Set.of(signer);
    }
}
