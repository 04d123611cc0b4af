package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.UNIT_LIAISON;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Outcome;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands a part to a unit. Its clocks start with that, not when the unit deigns to sign (domain D4). */
@Component
class PartStarting {

    private final MatterClocks clocks;

    PartStarting(MatterClocks clocks) {
        this.clocks = clocks;
    }

    /**
     * What a part is begun with.
     *
     * @param due its whole period
     * @param chaserId who chases it
     */
    record Start(
            UUID unitId,
            SupervisionAssignment.Duty duty,
            Deadline due,
            @Nullable UUID chaserId,
            Instant now) {}

    /** A new part with the clocks that start with it. */
    record Started(
            SupervisionAssignment assignment,
            Deadline due,
            Deadline signBy,
            @Nullable Deadline stage) {

        Started with(SupervisionAssignment other) {
            return new Started(other, due, signBy, stage);
        }

        /** Its row, its clocks, and the receipt on the liaison's desk. */
        void on(Outcome<MatterFile> outcome) {
            var unit = assignment.unitId();
            outcome.inserting(assignment)
                    .starting(due, UnitAlarms.handle(outcome.subject(), assignment))
                    .starting(signBy, UnitAlarms.signFor(unit))
                    .opening(
                            UnitStep.SIGN_FOR.of(unit),
                            Assignee.holdersAt(Set.of(unit), UNIT_LIAISON),
                            signBy.currentDueAt());
            if (stage != null) {
                outcome.starting(stage, UnitAlarms.stage(unit));
            }
        }
    }

    Mono<Started> start(SupervisionMatter matter, Start start) {
        return stage(matter, start)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(stage -> started(matter, start, stage.orElse(null)));
    }

    private Mono<Started> started(SupervisionMatter matter, Start start, @Nullable Deadline stage) {
        return clocks.signFor(matter.id(), start.unitId(), matter.brief().urgency(), start.now())
                .flatMap(signBy -> clocks.returnWindow(matter.id(), start.unitId(), start.now())
                        .map(window -> new Started(
                                SupervisionAssignment.issued(
                                        matter.id(),
                                        start.unitId(),
                                        start.duty(),
                                        start.due(),
                                        ReturnState.until(window),
                                        ReminderState.by(
                                                start.chaserId(), stage == null ? null : stage.currentDueAt())),
                                start.due(),
                                signBy,
                                stage)));
    }

    /** Who answers for a result reports on the way; a co unit gives an opinion. */
    private Mono<Deadline> stage(SupervisionMatter matter, Start start) {
        return start.duty().leads()
                ? clocks.stage(
                        PartRules.of(matter).firstStage(),
                        matter.id(),
                        start.unitId(),
                        start.due().currentDueAt(),
                        start.now())
                : Mono.empty();
    }
}
