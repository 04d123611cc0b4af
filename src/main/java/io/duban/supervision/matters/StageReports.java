package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Outcome;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The clock of stage reports (阶段反馈): it begins anew with each report, reminds the unit, and never touches the date of the whole. */
@Component
class StageReports {

    private final MatterClocks clocks;

    StageReports(MatterClocks clocks) {
        this.clocks = clocks;
    }

    /** The clock until the next report; empty for a co unit, and where the whole is due no later. */
    Mono<Optional<Deadline>> next(SupervisionMatter matter, SupervisionAssignment part, Instant now) {
        return part.duty().leads()
                ? clocks.stage(PartRules.of(matter).stage(), matter.id(), part.unitId(), part.dueAt(), now)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                : Mono.just(Optional.empty());
    }

    static @Nullable Instant dueAt(Optional<Deadline> next) {
        return next.map(Deadline::currentDueAt).orElse(null);
    }

    /** The next clock, where there is one. */
    static void start(Optional<Deadline> next, SupervisionAssignment part, Outcome<?> outcome) {
        next.ifPresent(stage -> outcome.starting(stage, UnitAlarms.stage(part.unitId())));
    }

    /** The next report on the desks of the unit, where one is due. */
    static void ask(SupervisionAssignment part, Outcome<?> outcome) {
        var due = part.reminding().stageDueAt();
        if (due != null) {
            outcome.opening(
                    UnitStep.STAGE.of(part.unitId()),
                    Assignee.holdersAt(Set.of(part.unitId()), UNIT_LIAISON, UNIT_DEPUTY),
                    due);
        }
    }

    /** Nothing more is to be reported for now. */
    static void end(SupervisionAssignment part, Outcome<?> outcome, Instant now) {
        outcome.closing(UnitStep.STAGE.of(part.unitId())).satisfying(UnitStep.STAGE.of(part.unitId()), now);
    }
}
