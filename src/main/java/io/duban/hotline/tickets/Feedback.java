package io.duban.hotline.tickets;

import io.duban.platform.events.Facts;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
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

    /** @throws Refusal {@code E_HOT_CITIZEN_NOT_INFORMED} unless the citizen was told between his call and now */
    void requireTold(Instant acceptedAt, Instant now) {
        if (toldCitizenAt == null
                || toldCitizenAt.isBefore(acceptedAt.truncatedTo(ChronoUnit.MILLIS))
                || toldCitizenAt.isAfter(now)) {
            throw Refusal.of(
                    RefusalCode.E_HOT_CITIZEN_NOT_INFORMED,
                    "尚未告知诉求人办理结果,不能反馈。",
                    "The citizen has not been told yet; tell him before you hand in.");
        }
    }

    Feedback submitted(UUID by, Instant now) {
        return new Feedback(result, facts, legalBasis, toldCitizenAt, toldCitizenWhat, by, now, List.of());
    }

    /** The same result for a ticket that was merged into this one, whose own citizen is still to be told. */
    Feedback forChild() {
        return new Feedback(result, facts, legalBasis, null, null, feedbackBy, feedbackAt, List.of());
    }

    Feedback returned(List<String> defects) {
        if (defects.isEmpty()) {
            throw Refusal.invalid("/defects", "退回补正须逐条写明问题。", "Say what is to be corrected.");
        }
        return new Feedback(result, facts, legalBasis, toldCitizenAt, toldCitizenWhat, feedbackBy, feedbackAt, defects);
    }

    void state(Facts facts) {
        facts.with("feedbackResult", result).with("feedbackAt", feedbackAt);
    }

    enum Result {
        RESOLVED,
        PARTLY,
        EXPLAINED,
        NOT_POSSIBLE
    }
}
