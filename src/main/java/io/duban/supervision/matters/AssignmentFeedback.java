package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.AssignmentMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The unit's part on its way: signed for (签收), and reported on stage by stage (阶段反馈). */
@Component
class AssignmentFeedback {

    private final MatterFiles files;
    private final StageReports stages;
    private final Directory directory;

    AssignmentFeedback(MatterFiles files, StageReports stages, Directory directory) {
        this.files = files;
        this.stages = stages;
        this.directory = directory;
    }

    /**
     * A stage report (阶段反馈).
     *
     * @param percent null where a milestone says how far it is
     * @param milestone null where the percentage does
     * @param problems what needs a decision; null when nothing does
     * @param seenById the deputy or head of the unit who has seen it; null when one of them reports himself
     */
    record Progress(
            @Nullable Integer percent,
            @Nullable String milestone,
            String facts,
            @Nullable String nextStep,
            @Nullable String problems,
            @Nullable String reversalReason,
            @Nullable UUID seenById) {

        void requireMeasure() {
            if (percent == null && (milestone == null || milestone.isBlank())) {
                throw Refusal.invalid(
                        "/percent", "须填写进度百分比或已到达的节点。", "Say how far it is, in percent or by a milestone.");
            }
        }

        List<String> rest() {
            return Stream.of(milestone, nextStep, problems, reversalReason)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }
    }

    /** Its deputies are told. */
    Mono<Outcome<MatterFile>> signFor(UUID matterId, UUID assignmentId, UUID handlerId, Command command) {
        return files.require(matterId, command.access().reach())
                .delayUntil(before -> Mono.fromCallable(() -> before.signFor(assignmentId, handlerId, null, command)))
                .delayUntil(before -> directory.requirePost(
                        handlerId, UNIT_HANDLER, before.assignment(assignmentId).unitId(), "/handlerId"))
                .flatMap(before -> firstStage(before, before.assignment(assignmentId), command.now())
                        .flatMap(stage -> signedFor(
                                before.signFor(assignmentId, handlerId, StageReports.dueAt(stage), command),
                                assignmentId,
                                stage,
                                command)));
    }

    /** The clock until the next report begins anew; the supervisors are asked where something needs a decision. */
    Mono<Outcome<MatterFile>> report(UUID matterId, UUID assignmentId, Progress progress, Command command) {
        return files.require(matterId, command.access().reach())
                .delayUntil(before -> Mono.fromCallable(() -> reported(before, assignmentId, progress, null, command)))
                .doOnNext(before -> progress.requireMeasure())
                .delayUntil(before -> requireSeen(before.assignment(assignmentId), progress, command))
                .flatMap(before -> stages.next(before.matter(), before.assignment(assignmentId), command.now())
                        .map(stage -> reportedOutcome(
                                reported(before, assignmentId, progress, StageReports.dueAt(stage), command),
                                assignmentId,
                                progress,
                                stage,
                                command)));
    }

    private static MatterFile reported(
            MatterFile before, UUID assignmentId, Progress progress, @Nullable Instant stageDueAt, Command command) {
        return before.report(assignmentId, progress.percent(), progress.reversalReason(), stageDueAt, command);
    }

    private static Outcome<MatterFile> reportedOutcome(
            MatterFile file, UUID assignmentId, Progress progress, Optional<Deadline> stage, Command command) {
        var part = file.assignment(assignmentId);
        var outcome = changed(file, assignmentId)
                .inserting(MatterEntry.of(REPORT_PROGRESS, part, progress.facts(), progress.rest(), command));
        StageReports.end(part, outcome, command.now());
        StageReports.start(stage, part, outcome);
        StageReports.ask(part, outcome);
        return outcome.announcing(Event.of(
                        "progressReported",
                        progress.problems() == null ? Priority.INFO : Priority.ACTION,
                        file,
                        command.now())
                .to(file.supervisors()));
    }

    /** The clock of the first round began with the assignment; a further round's begins with its receipt. */
    private Mono<Optional<Deadline>> firstStage(MatterFile before, SupervisionAssignment part, Instant now) {
        return part.round() == 1 || part.reminding().stageDueAt() != null
                ? Mono.just(Optional.empty())
                : stages.next(before.matter(), part, now);
    }

    private Mono<Outcome<MatterFile>> signedFor(
            MatterFile file, UUID assignmentId, Optional<Deadline> stage, Command command) {
        var part = file.assignment(assignmentId);
        return directory.holdersAt(part.unitId(), UNIT_DEPUTY).map(deputies -> {
            var outcome = changed(file, assignmentId)
                    .inserting(MatterEntry.of(SIGN_FOR, part, null, List.of(), command))
                    .closing(UnitStep.SIGN_FOR.of(part.unitId()))
                    .satisfying(UnitStep.SIGN_FOR.of(part.unitId()), command.now())
                    .opening(UnitStep.SUBMIT_FINAL.of(part.unitId()), signers(file, part), part.dueAt());
            StageReports.start(stage, part, outcome);
            StageReports.ask(part, outcome);
            return outcome.announcing(
                    Event.of("signedFor", Priority.INFO, file, command.now()).to(deputies));
        });
    }

    /** The deputy or the head has seen what the unit says of itself. */
    private Mono<Void> requireSeen(SupervisionAssignment part, Progress progress, Command command) {
        var seenBy = progress.seenById();
        if (seenBy == null) {
            return command.officer().hasAt(part.unitId(), UNIT_DEPUTY, UNIT_HEAD) ? Mono.empty() : Mono.error(unseen());
        }
        return directory
                .holds(seenBy, UNIT_DEPUTY, part.unitId())
                .flatMap(deputy -> deputy ? Mono.just(true) : directory.holds(seenBy, UNIT_HEAD, part.unitId()))
                .flatMap(leads -> leads ? Mono.empty() : Mono.error(unseen()));
    }

    private static Refusal unseen() {
        return Refusal.invalid(
                "/seenById", "阶段反馈须经单位分管副职或主要负责人阅知。", "The deputy or the head of the unit has seen a stage report.");
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
