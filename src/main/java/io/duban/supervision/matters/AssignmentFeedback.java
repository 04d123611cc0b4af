package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.AssignmentMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The unit's part: signed for, reported on, handed in. */
@Component
class AssignmentFeedback {

    private final MatterFiles files;
    private final MatterClocks clocks;
    private final Directory directory;

    AssignmentFeedback(MatterFiles files, MatterClocks clocks, Directory directory) {
        this.files = files;
        this.clocks = clocks;
        this.directory = directory;
    }

    /** A stage report (阶段反馈). */
    record Progress(
            int percent,
            String facts,
            @Nullable String nextStep,
            @Nullable String problems,
            @Nullable String reversalReason) {

        List<String> rest() {
            return Stream.of(nextStep, problems, reversalReason)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }
    }

    Mono<Outcome<MatterFile>> signFor(UUID matterId, UUID assignmentId, UUID handlerId, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.signFor(assignmentId, handlerId, command))
                .delayUntil(file -> directory.requirePost(
                        handlerId, UNIT_HANDLER, file.assignment(assignmentId).unitId(), "/handlerId"))
                .map(file -> signedFor(file, file.assignment(assignmentId), command));
    }

    Mono<Outcome<MatterFile>> report(UUID matterId, UUID assignmentId, Progress progress, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.report(assignmentId, progress.percent(), progress.reversalReason(), command))
                .map(file -> changed(file, assignmentId)
                        .inserting(MatterEntry.of(
                                REPORT_PROGRESS,
                                file.assignment(assignmentId),
                                progress.facts(),
                                progress.rest(),
                                command))
                        .announcing("progressReported", Priority.INFO, command.now()));
    }

    Mono<Outcome<MatterFile>> submitFinal(UUID matterId, UUID assignmentId, HandIn result, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.submitFinal(assignmentId, result, command))
                .flatMap(file -> handedIn(file, file.assignment(assignmentId), command));
    }

    private Outcome<MatterFile> signedFor(MatterFile file, SupervisionAssignment part, Command command) {
        return changed(file, part.id())
                .inserting(MatterEntry.of(SIGN_FOR, part, null, List.of(), command))
                .closing(UnitStep.SIGN_FOR.of(part.unitId()))
                .satisfying(UnitStep.SIGN_FOR.of(part.unitId()), command.now())
                .opening(UnitStep.SUBMIT_FINAL.of(part.unitId()), signers(file, part), part.dueAt())
                .announcing("signedFor", Priority.INFO, command.now());
    }

    private Mono<Outcome<MatterFile>> handedIn(MatterFile file, SupervisionAssignment part, Command command) {
        return clocks.review(file.id(), part.unitId(), command.now())
                .map(due -> changed(file, part.id())
                        .inserting(MatterEntry.of(
                                SUBMIT_FINAL,
                                part,
                                String.valueOf(part.handIn().result()),
                                part.handIn().facts(),
                                command))
                        .closing(UnitStep.SUBMIT_FINAL.of(part.unitId()))
                        .satisfying(UnitStep.HANDLE.of(part.unitId()), command.now())
                        .starting(due)
                        .opening(
                                UnitStep.REVIEW.of(part.unitId()),
                                Assignee.persons(file.supervisors()),
                                due.currentDueAt())
                        .announcing("finalSubmitted", Priority.ACTION, command.now()));
    }

    /** Whose signature the result needs: the head's; for everyday follow-up also a deputy's. */
    static Assignee signers(MatterFile file, SupervisionAssignment part) {
        return file.matter().brief().kind() == Brief.Kind.ROUTINE
                ? Assignee.holdersAt(Set.of(part.unitId()), UNIT_HEAD, UNIT_DEPUTY)
                : Assignee.holdersAt(Set.of(part.unitId()), UNIT_HEAD);
    }

    static Outcome<MatterFile> changed(MatterFile file, UUID assignmentId) {
        return Outcome.about(file).updating(file.matter()).updating(file.assignment(assignmentId));
    }
}
