package io.duban.hotline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/** What the unit handed in (反馈), and what the auditor found wrong with it. */
record Feedback(
        @Nullable @Column("feedback_result") Result result,
        @Nullable @Column("feedback_facts") String facts,
        @Nullable String legalBasis,
        @Nullable Instant toldCitizenAt,
        @Nullable String toldCitizenWhat,
        @Nullable UUID feedbackBy,
        @Nullable Instant feedbackAt,
        List<String> defects) {

    static final Feedback NONE = new Feedback(null, null, null, null, null, null, null, List.of());

    /** Whether the citizen was told between his call and now. */
    boolean wasTold(Instant acceptedAt, Instant now) {
        return toldCitizenAt != null
                && !toldCitizenAt.isBefore(acceptedAt.truncatedTo(ChronoUnit.MILLIS))
                && !toldCitizenAt.isAfter(now);
    }

    Feedback submitted(UUID by, Instant now) {
        return new Feedback(result, facts, legalBasis, toldCitizenAt, toldCitizenWhat, by, now, List.of());
    }

    Feedback returned(List<String> defects) {
        return new Feedback(result, facts, legalBasis, toldCitizenAt, toldCitizenWhat, feedbackBy, feedbackAt, defects);
    }

    enum Result {
        RESOLVED,
        PARTLY,
        EXPLAINED,
        NOT_POSSIBLE
    }
}
