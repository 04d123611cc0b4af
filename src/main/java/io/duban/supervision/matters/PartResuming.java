package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.OFFICE_DIRECTOR;
import static io.duban.platform.identity.Role.SUPERVISION_CHIEF;
import static io.duban.platform.identity.Role.UNIT_LIAISON;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Outcome;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A part goes on where it stands: in another round, in another unit's hands, after years of tracking. Its clocks run and call whom they call, and what
 * is to be done next lies on the desk it belongs to.
 */
@Component
class PartResuming {

    private final MatterClocks clocks;
    private final StageReports stages;

    PartResuming(MatterClocks clocks, StageReports stages) {
        this.clocks = clocks;
        this.stages = stages;
    }

    /**
     * A part that goes on.
     *
     * @param step the clock of what is next beside the whole; the whole's where the result is next
     */
    record Resumed(SupervisionAssignment part, Deadline whole, Deadline step, Optional<Deadline> stage) {

        void on(Outcome<MatterFile> outcome) {
            outcome.updating(part);
            if (part.status().isOwed()) {
                outcome.starting(whole, UnitAlarms.handle(outcome.subject(), part));
            }
            next(outcome);
            StageReports.start(stage, part, outcome);
            if (part.extending().isPending()) {
                outcome.opening(
                        UnitStep.DECIDE_EXTENSION.of(part.unitId()),
                        PartExtending.desk(outcome.subject().matter(), part),
                        part.dueAt());
            }
        }

        private void next(Outcome<MatterFile> outcome) {
            var unit = part.unitId();
            var file = outcome.subject();
            switch (part.status()) {
                case PENDING_SIGN ->
                    outcome.starting(step, UnitAlarms.signFor(unit))
                            .opening(
                                    UnitStep.SIGN_FOR.of(unit),
                                    Assignee.holdersAt(Set.of(unit), UNIT_LIAISON),
                                    step.currentDueAt());
                case FEEDBACK_SUBMITTED ->
                    outcome.starting(step, UnitAlarms.review(unit))
                            .opening(
                                    UnitStep.REVIEW.of(unit),
                                    Assignee.persons(file.supervisors()),
                                    step.currentDueAt());
                case RETURN_REQUESTED, DISPUTED ->
                    outcome.starting(step, UnitAlarms.returnDecision(unit))
                            .opening(
                                    UnitStep.DECIDE_RETURN.of(unit),
                                    Assignee.holders(
                                            part.status() == AssignmentStatus.DISPUTED
                                                    ? OFFICE_DIRECTOR
                                                    : SUPERVISION_CHIEF),
                                    step.currentDueAt());
                default -> {
                    outcome.opening(
                            UnitStep.SUBMIT_FINAL.of(unit), AssignmentFeedback.signers(file, part), part.dueAt());
                    StageReports.ask(part, outcome);
                }
            }
        }
    }

    /** @param part its next version, by the date of this clock */
    Mono<Resumed> resume(SupervisionMatter matter, SupervisionAssignment part, Deadline whole, Instant now) {
        return stage(matter, part, now)
                .flatMap(stage -> step(matter, part, whole, now)
                        .map(step -> new Resumed(
                                part.edit()
                                        .reminding(part.reminding().stage(StageReports.dueAt(stage)))
                                        .asNew(),
                                whole,
                                step,
                                stage)));
    }

    /** With a new date; what was asked for about the one before is past. */
    Mono<Resumed> restart(SupervisionMatter matter, SupervisionAssignment part, Deadline whole, Instant now) {
        var restarted = part.edit()
                .due(whole.currentDueAt(), whole.warnAt())
                .extending(part.extending().decided(false))
                .done();
        return resume(matter, restarted, whole, now);
    }

    /** Co units whose opinion is not accepted yet, each with its share of the host's new period. */
    Flux<Resumed> helpers(MatterFile file, Deadline host, Instant now) {
        return Flux.fromIterable(file.open())
                .filter(part -> !part.duty().leads())
                .concatMap(part -> clocks.co(file.matter(), host, part.unitId(), null, now)
                        .flatMap(due -> restart(file.matter(), part, due, now)));
    }

    /** Of a further round the reports begin with its receipt. */
    private Mono<Optional<Deadline>> stage(SupervisionMatter matter, SupervisionAssignment part, Instant now) {
        var waits = part.round() > 1 && part.status() == AssignmentStatus.PENDING_SIGN;
        return waits || !part.status().isOwed() ? Mono.just(Optional.empty()) : stages.next(matter, part, now);
    }

    private Mono<Deadline> step(SupervisionMatter matter, SupervisionAssignment part, Deadline whole, Instant now) {
        var unit = part.unitId();
        return switch (part.status()) {
            case PENDING_SIGN ->
                clocks.signFor(matter.id(), unit, matter.brief().urgency(), now);
            case FEEDBACK_SUBMITTED -> clocks.review(matter.id(), unit, now);
            case RETURN_REQUESTED, DISPUTED -> clocks.returnDecision(matter.id(), unit, now);
            default -> Mono.just(whole);
        };
    }
}
