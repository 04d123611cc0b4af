package io.duban.supervision.matters;

import static io.duban.supervision.matters.MatterMove.*;

import io.duban.platform.calendar.Continuation;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A matter stands still, and goes on (中止、恢复): all clocks of its units with it, while one of its own runs to the next look at it. */
@Component
class MatterSuspending {

    private static final String REVIEW_RULE = "SUP_SUSPENSION_REVIEW";
    private static final String REVIEW_OVERDUE = "REVIEW_SUSPENSION";

    private final MatterFiles files;
    private final Suspensions suspensions;
    private final Deadlines deadlines;

    MatterSuspending(MatterFiles files, Suspensions suspensions, Deadlines deadlines) {
        this.files = files;
        this.suspensions = suspensions;
        this.deadlines = deadlines;
    }

    /** @param reviewAt when it is looked at again; null: on the last day the rule allows */
    Mono<Outcome<MatterFile>> suspend(
            UUID matterId, Suspension.Terms terms, @Nullable Instant reviewAt, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.with(MatterTurns.turned(file.matter(), SUSPEND, command)))
                .doOnNext(file -> terms.requireComplete())
                .flatMap(file ->
                        review(matterId, reviewAt, command).map(review -> suspended(file, terms, review, command)));
    }

    /** Its clocks go on, later by the time they stood still; a review that was overdue is done with. */
    Mono<Outcome<MatterFile>> resume(UUID matterId, String note, Command command) {
        return files.require(matterId, command.access().reach())
                .doOnNext(file ->
                        RESUME.check(file.matter().status(), file.matter().version(), command))
                .flatMap(file -> suspensions
                        .findByMatterIdAndResumedAtIsNull(matterId)
                        .switchIfEmpty(Mono.error(Refusal::notFound))
                        .flatMap(suspension -> resumed(file, suspension, note, command)));
    }

    private static Outcome<MatterFile> suspended(
            MatterFile file, Suspension.Terms terms, Deadline review, Command command) {
        var outcome = Outcome.about(file)
                .updating(file.matter())
                .inserting(Suspension.of(file.id(), terms, review.currentDueAt(), command))
                .inserting(MatterEntry.of(SUSPEND, file.id(), terms.reason(), command))
                .starting(
                        review,
                        Escalation.to(REVIEW_OVERDUE, new Approver(file.matter().brief()).desk()))
                .announcing(Event.of("suspended", Priority.ACTION, file, command.now())
                        .to(Everybody.of(file)));
        file.open()
                .forEach(part ->
                        Arrays.stream(UnitStep.values()).forEach(step -> outcome.suspending(step.of(part.unitId()))));
        return outcome;
    }

    private Mono<Outcome<MatterFile>> resumed(MatterFile file, Suspension suspension, String note, Command command) {
        return Flux.fromIterable(file.open())
                .concatMap(part -> Mono.zip(
                        dates(file, UnitStep.HANDLE, part, command),
                        dates(file, UnitStep.STAGE, part, command),
                        (handling, stage) -> PartChanges.resumed(part, handling, stage)))
                .reduce(file, MatterFile::withPart)
                .map(dated -> dated.with(MatterTurns.dated(
                        MatterTurns.turned(dated.matter(), RESUME, command),
                        file.matter().term().after(dated.assignments()))))
                .flatMap(next -> goingOn(file, next, command)
                        .map(outcome -> outcome.updating(next.matter())
                                .updating(suspension.resumed(note, command))
                                .inserting(MatterEntry.of(RESUME, file.id(), note, command))
                                .satisfying(Suspension.REVIEW, command.now())
                                .announcing(Event.of("resumed", Priority.ACTION, next, command.now())
                                        .to(Everybody.of(next)))));
    }

    /** Empty inside where that clock does not stand still. */
    private Mono<Optional<Continuation>> dates(
            MatterFile file, UnitStep step, SupervisionAssignment part, Command command) {
        return deadlines
                .resumed(file.id(), step.of(part.unitId()), command.now())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Outcome<MatterFile>> goingOn(MatterFile before, MatterFile next, Command command) {
        var outcome = Outcome.about(next);
        next.assignments().stream()
                .filter(part -> part.version() > before.assignment(part.id()).version())
                .forEach(outcome::updating);
        return Flux.fromIterable(before.open())
                .flatMapIterable(part -> Arrays.stream(UnitStep.values())
                        .map(step -> step.of(part.unitId()))
                        .toList())
                .concatMap(step -> deadlines.resumed(before.id(), step, command.now()))
                .reduce(outcome, Outcome::continuing);
    }

    private Mono<Deadline> review(UUID matterId, @Nullable Instant given, Command command) {
        return deadlines
                .start(REVIEW_RULE, SupervisionMatter.SUBJECT_TYPE, matterId, Suspension.REVIEW, command.now())
                .map(latest -> {
                    if (given != null && given.isAfter(latest.currentDueAt())) {
                        throw Refusal.invalid("/reviewAt", "复查日期不得晚于中止后30日。", "It is looked at again within 30 days.");
                    }
                    return given == null ? latest : latest.given(given);
                });
    }
}
