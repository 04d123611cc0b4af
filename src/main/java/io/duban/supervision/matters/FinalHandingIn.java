package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.SUPERVISION_CHIEF;
import static io.duban.supervision.matters.AssignmentMove.SUBMIT_FINAL;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.subprocesses.FeedbackLikeness;
import io.duban.platform.todos.Assignee;
import io.duban.platform.uploads.Declaration;
import io.duban.supervision.matters.FinalFeedback.Circumstances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The unit hands in its result (办结反馈), signed by its head. A host does not wait for a silent co unit: that one is red, and the office coordinates
 * (domain D9). A text that reads like another is told to the reviewer ({@code E_SUP_COPIED_FEEDBACK}), and refused to nobody.
 */
@Component
class FinalHandingIn {

    private static final FeedbackLikeness.Corpus RESULTS =
            new FeedbackLikeness.Corpus("supervision_final_feedback", "assignment_id");

    private final MatterFiles files;
    private final MatterClocks clocks;
    private final FinalFeedbacks finals;
    private final FeedbackLikeness likeness;
    private final FinalEvidence evidence;

    FinalHandingIn(
            MatterFiles files,
            MatterClocks clocks,
            FinalFeedbacks finals,
            FeedbackLikeness likeness,
            FinalEvidence evidence) {
        this.files = files;
        this.clocks = clocks;
        this.finals = finals;
        this.likeness = likeness;
        this.evidence = evidence;
    }

    /** @param named the photos and papers it rests on, which may come later */
    Mono<Outcome<MatterFile>> submit(
            UUID matterId, UUID assignmentId, HandIn result, List<Declaration> named, Command command) {
        return files.require(matterId, command.access().reach())
                .delayUntil(before -> Mono.fromCallable(() -> before.submitFinal(assignmentId, result, command)))
                .flatMap(before -> beside(before, before.assignment(assignmentId), result, command.now())
                        .flatMap(beside -> evidence.declare(beside.id(), named, command)
                                .flatMap(declared -> handedIn(before, assignmentId, result, beside, command)
                                        .doOnNext(outcome -> declared.forEach(outcome::inserting)))));
    }

    private Mono<Circumstances> beside(MatterFile before, SupervisionAssignment part, HandIn result, Instant now) {
        return likeness.mostAlike(RESULTS, part.id(), result.text(), now)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(like -> finals.findFirstByAssignmentIdOrderByAttemptDesc(part.id())
                        .map(last -> last.attempt() + 1)
                        .defaultIfEmpty(1)
                        .flatMap(attempt -> opinions(before, part)
                                .map(opinions -> new Circumstances(
                                        FinalFeedback.newId(),
                                        attempt,
                                        units(silent(before, part)),
                                        opinions,
                                        like.orElse(null)))));
    }

    private Mono<Set<UUID>> opinions(MatterFile file, SupervisionAssignment part) {
        return part.duty() == SupervisionAssignment.Duty.HOST
                ? finals.opinionsOn(file.id()).map(FinalFeedback::id).collect(Collectors.toSet())
                : Mono.just(Set.of());
    }

    private Mono<Outcome<MatterFile>> handedIn(
            MatterFile before, UUID assignmentId, HandIn result, Circumstances beside, Command command) {
        var copied = result.copied(beside.resemblance() != null);
        var file = before.submitFinal(assignmentId, copied, command);
        var part = file.assignment(assignmentId);
        return clocks.review(file.id(), part.unitId(), command.now())
                .map(due -> outcome(missing(file, part, command.now()), part, beside, due, command));
    }

    private static Outcome<MatterFile> outcome(
            MatterFile file, SupervisionAssignment part, Circumstances beside, Deadline review, Command command) {
        var unit = part.unitId();
        var outcome = AssignmentFeedback.changed(file, part.id())
                .inserting(FinalFeedback.of(part, beside))
                .inserting(MatterEntry.of(
                        SUBMIT_FINAL,
                        part,
                        String.valueOf(part.handIn().result()),
                        part.handIn().facts(),
                        command))
                .closing(UnitStep.SUBMIT_FINAL.of(unit))
                .closing(UnitStep.COORDINATE.of(unit))
                .closing(UnitStep.DECIDE_EXTENSION.of(unit))
                .satisfying(UnitStep.HANDLE.of(unit), command.now())
                .satisfying(UnitStep.RESUBMIT.of(unit), command.now())
                .starting(review, UnitAlarms.review(unit))
                .opening(UnitStep.REVIEW.of(unit), Assignee.persons(file.supervisors()), review.currentDueAt())
                .announcing("finalSubmitted", Priority.ACTION, command.now());
        StageReports.end(part, outcome, command.now());
        coordinate(file, part, outcome, command);
        return outcome;
    }

    /** One to-do for each silent co unit, until it answers. */
    private static void coordinate(
            MatterFile file, SupervisionAssignment part, Outcome<MatterFile> outcome, Command command) {
        var silent = silent(file, part);
        silent.forEach(co -> outcome.updating(co)
                .opening(UnitStep.COORDINATE.of(co.unitId()), Assignee.holders(SUPERVISION_CHIEF), co.dueAt()));
        if (!silent.isEmpty()) {
            outcome.announcing(
                    Event.of("coSilent", Priority.REMINDER, file, command.now()).to(units(silent)));
        }
    }

    private static MatterFile missing(MatterFile file, SupervisionAssignment part, Instant now) {
        var parts = new ArrayList<>(file.assignments());
        var silent = silent(file, part);
        parts.replaceAll(co -> silent.contains(co)
                ? co.edit().reminding(co.reminding().missed(now)).done()
                : co);
        return new MatterFile(file.matter(), List.copyOf(parts), file.notices(), file.inspections());
    }

    /** Co units that still owe their opinion when the host hands in. */
    private static List<SupervisionAssignment> silent(MatterFile file, SupervisionAssignment part) {
        return part.duty() != SupervisionAssignment.Duty.HOST
                ? List.of()
                : file.assignments().stream()
                        .filter(co -> co.duty() == SupervisionAssignment.Duty.CO
                                && co.status().isOwed())
                        .toList();
    }

    private static Set<UUID> units(List<SupervisionAssignment> parts) {
        return parts.stream().map(SupervisionAssignment::unitId).collect(Collectors.toSet());
    }
}
