package io.duban.supervision.matters;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The next version of a part while a step fills it in: what the step does not name stays as it is. */
final class AssignmentEdit {

    private final SupervisionAssignment before;
    private UUID unitId;
    private AssignmentStatus status;
    private int round;
    private @Nullable UUID handlerId;
    private Instant originalDueAt;
    private Instant dueAt;
    private Instant warnAt;
    private @Nullable Instant signedAt;
    private int percent;
    private HandIn handIn;
    private @Nullable Instant acceptedAt;
    private List<String> defects;
    private ReturnState returning;
    private ExtensionState extending;
    private ReminderState reminding;
    private EvaluationState evaluation;

    AssignmentEdit(SupervisionAssignment before) {
        this.before = before;
        this.unitId = before.unitId();
        this.status = before.status();
        this.round = before.round();
        this.handlerId = before.handlerId();
        this.originalDueAt = before.originalDueAt();
        this.dueAt = before.dueAt();
        this.warnAt = before.warnAt();
        this.signedAt = before.signedAt();
        this.percent = before.percent();
        this.handIn = before.handIn();
        this.acceptedAt = before.acceptedAt();
        this.defects = before.defects();
        this.returning = before.returning();
        this.extending = before.extending();
        this.reminding = before.reminding();
        this.evaluation = before.evaluation();
    }

    AssignmentEdit moved(AssignmentMove move) {
        this.status = move.to();
        return this;
    }

    /** What a step of the whole matter makes of it; a successor names a handler of his own. */
    AssignmentEdit passed(UUID unit, AssignmentStatus to) {
        this.handlerId = unit.equals(unitId) ? handlerId : null;
        this.unitId = unit;
        this.status = to;
        return this;
    }

    AssignmentEdit signed(@Nullable UUID handler, @Nullable Instant at) {
        this.handlerId = handler;
        this.signedAt = at;
        return this;
    }

    AssignmentEdit due(Instant due, Instant warn) {
        this.dueAt = due;
        this.warnAt = warn;
        return this;
    }

    /** Round n+1 begins, with a date of its own and nothing handed in. */
    AssignmentEdit nextRound(Instant due, Instant warn) {
        this.round = before.round() + 1;
        this.originalDueAt = due;
        this.percent = 0;
        this.handIn = HandIn.NONE;
        this.acceptedAt = null;
        this.defects = List.of();
        this.extending = ExtensionState.NONE;
        this.evaluation = EvaluationState.NONE;
        this.returning = before.returning().withoutOuterDate();
        return due(due, warn);
    }

    AssignmentEdit percent(int reached) {
        this.percent = reached;
        return this;
    }

    /** With the result in, nothing that was asked on the way matters any more. */
    AssignmentEdit handedIn(HandIn result) {
        this.handIn = result;
        this.percent = 100;
        this.defects = List.of();
        this.reminding = reminding.answered();
        this.extending = extending.decided(false);
        return this;
    }

    AssignmentEdit accepted(Instant at) {
        this.acceptedAt = at;
        this.defects = List.of();
        return this;
    }

    AssignmentEdit defects(List<String> found) {
        this.defects = found;
        return this;
    }

    AssignmentEdit returning(ReturnState state) {
        this.returning = state;
        return this;
    }

    AssignmentEdit extending(ExtensionState state) {
        this.extending = state;
        return this;
    }

    AssignmentEdit reminding(ReminderState state) {
        this.reminding = state;
        return this;
    }

    AssignmentEdit evaluation(EvaluationState state) {
        this.evaluation = state;
        return this;
    }

    SupervisionAssignment done() {
        return version(before.version() + 1);
    }

    /** Of a row that the same command makes. */
    SupervisionAssignment asNew() {
        return version(before.version());
    }

    private SupervisionAssignment version(long version) {
        return new SupervisionAssignment(
                before.id(),
                version,
                before.matterId(),
                unitId,
                before.duty(),
                status,
                round,
                handlerId,
                originalDueAt,
                dueAt,
                warnAt,
                signedAt,
                percent,
                handIn,
                acceptedAt,
                defects,
                returning,
                extending,
                reminding,
                evaluation);
    }
}
