package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.subprocesses.FeedbackLikeness.Resemblance;
import io.duban.platform.subprocesses.FeedbackText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One hand-in of a unit's result (办结反馈) and what was said of it. Rows of earlier rounds stay: the first-pass rate (一次通过率) counts attempt 1 of
 * round 1.
 *
 * @param attempt 1 for the unit's first hand-in, whatever the round
 * @param silentCoUnitIds co units whose opinion was missing when the host handed in
 * @param coFeedbackIds the co units' opinions that lay before the host
 * @param resemblesId the earlier result it reads like; null when there is none
 * @param likeness how much, 0.9 to 1
 */
@Table("supervision_final_feedback")
record FinalFeedback(
        @Id UUID id,
        long version,
        UUID matterId,
        UUID assignmentId,
        UUID unitId,
        SupervisionAssignment.Duty duty,
        int round,
        int attempt,
        @Embedded.Empty HandIn handIn,
        Instant originalDueAt,
        Instant dueAt,
        Set<UUID> silentCoUnitIds,
        Set<UUID> coFeedbackIds,
        List<String> pairs,
        @Nullable UUID resemblesId,
        @Nullable Double likeness,
        @Nullable Verdict verdict,
        @Nullable UUID reviewedById,
        @Nullable Instant reviewedAt,
        @Nullable String note,
        List<String> defects)
        implements Versioned {

    /** What was said of it. */
    enum Verdict {
        ACCEPTED,
        RETURNED,
        /** A co unit's opinion the host found no substance in. */
        RETURNED_BY_HOST
    }

    /**
     * What stood beside it when it was handed in.
     *
     * @param attempt its number
     */
    record Circumstances(
            UUID id,
            int attempt,
            Set<UUID> silentCoUnitIds,
            Set<UUID> coFeedbackIds,
            @Nullable Resemblance resemblance) {}

    static FinalFeedback of(SupervisionAssignment part, Circumstances beside) {
        var like = beside.resemblance();
        return new FinalFeedback(
                beside.id(),
                1,
                part.matterId(),
                part.id(),
                part.unitId(),
                part.duty(),
                part.round(),
                beside.attempt(),
                part.handIn(),
                part.originalDueAt(),
                part.dueAt(),
                beside.silentCoUnitIds(),
                beside.coFeedbackIds(),
                new FeedbackText(part.handIn().text()).pairs(),
                like == null ? null : like.id(),
                like == null ? null : like.likeness(),
                null,
                null,
                null,
                null,
                List.of());
    }

    static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    FinalFeedback reviewed(Verdict said, UUID by, @Nullable String words, List<String> found, Instant now) {
        return new FinalFeedback(
                id,
                version + 1,
                matterId,
                assignmentId,
                unitId,
                duty,
                round,
                attempt,
                handIn,
                originalDueAt,
                dueAt,
                silentCoUnitIds,
                coFeedbackIds,
                pairs,
                resemblesId,
                likeness,
                said,
                by,
                now,
                words,
                found);
    }
}
