package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.*;

import io.duban.documents.incoming.UnitAssignment.Duty;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The clocks of the units' parts: they run from the assignment, not from the unit's receipt (domain D4). */
@Component
class UnitClocks {

    private static final String URGE_SIGN_FOR = "URGE_SIGN_FOR";

    private final Deadlines deadlines;

    UnitClocks(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** A part with its clocks. */
    record Started(UnitAssignment assignment, Deadline due, Deadline signBy) {

        /** Nobody of the unit signs for it: its deputy is told, then its head. */
        void on(Outcome<PaperFile> outcome) {
            var unit = Set.of(assignment.unitId());
            outcome.starting(due)
                    .starting(
                            signBy,
                            Escalation.to(URGE_SIGN_FOR, Assignee.holdersAt(unit, UNIT_DEPUTY))
                                    .then(Assignee.holdersAt(unit, UNIT_HEAD)));
        }
    }

    /**
     * @param fresh whether the rows are made by this very command
     * @return the parts as assigned, hosts first: the date of a co unit hangs on the host's
     */
    Mono<List<Started>> start(PaperFile paper, List<UnitAssignment> parts, boolean fresh, Command command) {
        var ordered = parts.stream()
                .sorted(Comparator.comparing(
                        (UnitAssignment part) -> !part.duty().leads()))
                .toList();
        var first = ordered.get(0);
        return given(paper, first, parts.size(), command)
                .flatMap(host -> Flux.fromIterable(ordered)
                        .concatMap(part -> due(paper, part, first, host, parts.size(), command)
                                .flatMap(due -> started(paper, part, due, fresh, command)))
                        .collectList());
    }

    /** A new full period for the unit that gets it now; the paper's own date stays. */
    Mono<Started> startAgain(PaperFile paper, UnitAssignment part, Command command) {
        return given(paper, part, 1, command).flatMap(due -> started(paper, part, due, true, command));
    }

    private Mono<Deadline> due(
            PaperFile paper, UnitAssignment part, UnitAssignment first, Deadline host, int units, Command command) {
        if (part == first) {
            return Mono.just(host);
        }
        return part.duty() == Duty.CO ? co(part, host, command) : given(paper, part, units, command);
    }

    private Mono<Deadline> given(PaperFile paper, UnitAssignment part, int units, Command command) {
        var rule = paper.document().content().urgency().wholeRule(units);
        return start(rule, part.step(Course.HANDLE), paper, command)
                .map(due -> dated(part.charge().askedDueAt(), due));
    }

    private Mono<Deadline> co(UnitAssignment part, Deadline host, Command command) {
        if (part.charge().askedDueAt() != null && part.charge().askedDueAt().isAfter(host.currentDueAt())) {
            return Mono.error(
                    Refusal.invalid("/assignments", "协办单位的时限不能晚于主办单位。", "A co unit is not due after the host."));
        }
        return deadlines
                .coFrom(host, host.subjectType(), host.subjectId(), part.step(Course.HANDLE), command.now())
                .map(due -> dated(part.charge().askedDueAt(), due));
    }

    private Mono<Started> started(PaperFile paper, UnitAssignment part, Deadline due, boolean fresh, Command command) {
        var urgency = paper.document().content().urgency();
        return start(urgency.signRule(), part.step(Course.SIGN_FOR), paper, command)
                .flatMap(signBy -> start(urgency.unitReturnRule(), part.step("RETURN"), paper, command)
                        .map(window -> new Started(
                                part.running(UnitAssignmentStatus.ASSIGNED, due, window.currentDueAt(), fresh),
                                due,
                                signBy)));
    }

    private Mono<Deadline> start(String rule, String step, PaperFile paper, Command command) {
        return deadlines.start(rule, PaperFile.SUBJECT_TYPE, paper.id(), step, command.now());
    }

    private static Deadline dated(@Nullable Instant given, Deadline byRule) {
        return given == null ? byRule : byRule.given(given);
    }
}
