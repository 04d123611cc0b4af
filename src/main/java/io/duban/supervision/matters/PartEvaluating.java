package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.AssignmentAct.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.subprocesses.Separation;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.EvaluationState.Grade;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The supervisor says how a unit did what was accepted (评价). The unit sees it and may object within three working days; somebody else than the
 * evaluator decides on that.
 */
@Component
class PartEvaluating {

    private final MatterFiles files;
    private final Evaluations evaluations;
    private final MatterClocks clocks;
    private final Directory directory;

    PartEvaluating(MatterFiles files, Evaluations evaluations, MatterClocks clocks, Directory directory) {
        this.files = files;
        this.evaluations = evaluations;
        this.clocks = clocks;
        this.directory = directory;
    }

    /** Once for each round. */
    Mono<Outcome<MatterFile>> evaluate(UUID matterId, UUID assignmentId, Grade grade, String note, Command command) {
        return files.require(matterId, command.access().reach()).flatMap(before -> {
            var part = before.assignment(assignmentId);
            EVALUATE.check(part, command);
            EVALUATE.require(part.evaluation().grade() == null, part);
            return clocks.evaluationObjection(before.id(), part.unitId(), command.now())
                    .map(until -> part.edit()
                            .evaluation(
                                    EvaluationState.of(grade, command.officer().id(), until))
                            .done())
                    .flatMap(evaluated -> directory
                            .holdersAt(part.unitId(), UNIT_HEAD)
                            .map(heads -> changed(EVALUATE, before, evaluated, command)
                                    .inserting(Evaluation.of(evaluated, grade, note, command))
                                    .announcing(Event.of(
                                                    "evaluated",
                                                    Priority.INFO,
                                                    before.after(evaluated, command.now()),
                                                    command.now())
                                            .to(heads))));
        });
    }

    /** {@code E_GEN_ILLEGAL_STATE} after three working days, and the second time. */
    Mono<Outcome<MatterFile>> object(UUID matterId, UUID assignmentId, String words, Command command) {
        return files.require(matterId, command.access().reach()).flatMap(before -> {
            var part = before.assignment(assignmentId);
            OBJECT_TO_EVALUATION.check(part, command);
            OBJECT_TO_EVALUATION.require(part.evaluation().isObjectable(command.now()), part);
            var objected = part.edit()
                    .evaluation(part.evaluation().objected(command.now()))
                    .done();
            return evaluations
                    .requireOf(part)
                    .map(row -> changed(OBJECT_TO_EVALUATION, before, objected, command)
                            .updating(row.objected(words, command))
                            .opening(
                                    UnitStep.DECIDE_EVALUATION_OBJECTION.of(part.unitId()),
                                    Assignee.holders(SUPERVISION_CHIEF, OFFICE_DIRECTOR),
                                    null)
                            .announcing("evaluationObjected", Priority.ACTION, command.now()));
        });
    }

    /** @param standing the grade that stands: the one that was given, or another */
    Mono<Outcome<MatterFile>> decide(UUID matterId, UUID assignmentId, Grade standing, String words, Command command) {
        return files.require(matterId, command.access().reach()).flatMap(before -> {
            var part = before.assignment(assignmentId);
            DECIDE_EVALUATION_OBJECTION.check(part, command);
            DECIDE_EVALUATION_OBJECTION.require(part.evaluation().isDisputed(), part);
            Separation.require(
                    command,
                    "评价人不能裁定对自己评价的异议。",
                    "Who evaluated does not decide on the objection.",
                    part.evaluation().evaluatedById());
            var decided = part.edit()
                    .evaluation(part.evaluation().decided(standing, command.now()))
                    .done();
            return evaluations
                    .requireOf(part)
                    .map(row -> changed(DECIDE_EVALUATION_OBJECTION, before, decided, command)
                            .updating(row.decided(standing, words, command))
                            .closing(UnitStep.DECIDE_EVALUATION_OBJECTION.of(part.unitId()))
                            .announcing(Event.of(
                                            "evaluationDecided",
                                            Priority.ACTION,
                                            before.after(decided, command.now()),
                                            command.now())
                                    .to(Set.of(part.unitId()))));
        });
    }

    /** The words are for the unit and the office, not for the time line that other units of the matter read. */
    private static Outcome<MatterFile> changed(
            AssignmentAct act, MatterFile before, SupervisionAssignment part, Command command) {
        var after = before.after(part, command.now());
        return AssignmentFeedback.changed(after, part.id()).inserting(MatterEntry.of(act, part, null, command));
    }
}
