package io.duban.supervision.matters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisor said of an accepted result (评价). It is one word about one result: nothing adds such words up.
 *
 * @param objectUntil the last instant at which the unit may object
 * @param objectedAt when it did; null when it has not
 * @param objectionDecidedAt when somebody else decided on that
 */
record EvaluationState(
        @Nullable Grade grade,
        @Nullable UUID evaluatedById,
        @Nullable Instant objectUntil,
        @Nullable Instant objectedAt,
        @Nullable Instant objectionDecidedAt) {

    static final EvaluationState NONE = new EvaluationState(null, null, null, null, null);

    /** 优秀, 良好, 合格, 不合格. */
    enum Grade {
        EXCELLENT,
        GOOD,
        PASS,
        FAIL
    }

    static EvaluationState of(Grade grade, UUID by, Instant objectUntil) {
        return new EvaluationState(grade, by, objectUntil, null, null);
    }

    boolean isObjectable(Instant now) {
        return grade != null && objectedAt == null && objectUntil != null && !now.isAfter(objectUntil);
    }

    boolean isDisputed() {
        return objectedAt != null && objectionDecidedAt == null;
    }

    EvaluationState objected(Instant now) {
        return new EvaluationState(grade, evaluatedById, objectUntil, now, null);
    }

    EvaluationState decided(Grade standing, Instant now) {
        return new EvaluationState(standing, evaluatedById, objectUntil, objectedAt, now);
    }
}
