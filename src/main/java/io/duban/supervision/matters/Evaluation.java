package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.supervision.matters.EvaluationState.Grade;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The supervisor's word on one accepted result (评价), the unit's objection to it and what became of that. It is for that unit to read; it is no score.
 *
 * @param decidedGrade the grade that stands after the objection; null while there is none or it is open
 */
@Table("supervision_evaluation")
record Evaluation(
        @Id UUID id,
        long version,
        UUID matterId,
        UUID assignmentId,
        UUID unitId,
        int round,
        Grade grade,
        String note,
        UUID evaluatedById,
        Instant evaluatedAt,
        @Nullable String objection,
        @Nullable UUID objectedById,
        @Nullable Instant objectedAt,
        @Nullable Grade decidedGrade,
        @Nullable String decisionWords,
        @Nullable UUID decidedById,
        @Nullable Instant decidedAt)
        implements Versioned {

    static Evaluation of(SupervisionAssignment part, Grade grade, String note, Command command) {
        return new Evaluation(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                part.matterId(),
                part.id(),
                part.unitId(),
                part.round(),
                grade,
                note,
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Evaluation objected(String words, Command command) {
        return changed(words, command.officer().id(), command.now(), null, null, null, null);
    }

    Evaluation decided(Grade standing, String words, Command command) {
        return changed(
                objection,
                objectedById,
                objectedAt,
                standing,
                words,
                command.officer().id(),
                command.now());
    }

    private Evaluation changed(
            @Nullable String objected,
            @Nullable UUID objector,
            @Nullable Instant when,
            @Nullable Grade standing,
            @Nullable String words,
            @Nullable UUID decider,
            @Nullable Instant decided) {
        return new Evaluation(
                id,
                version + 1,
                matterId,
                assignmentId,
                unitId,
                round,
                grade,
                note,
                evaluatedById,
                evaluatedAt,
                objected,
                objector,
                when,
                standing,
                words,
                decider,
                decided);
    }
}
