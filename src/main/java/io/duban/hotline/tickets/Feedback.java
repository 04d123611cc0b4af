package io.duban.hotline.tickets;

import io.duban.platform.events.Facts;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * What the unit handed in (反馈), what the auditor found wrong with it, and what he is to look at twice.
 *
 * @param doubts for the auditor, not for the unit
 */
record Feedback(
        @Nullable @Column("feedback_result") Result result,
        @Nullable @Column("feedback_facts") String facts,
        @Nullable String legalBasis,
        @Nullable Instant toldCitizenAt,
        @Nullable String toldCitizenWhat,
        @Nullable UUID feedbackBy,
        @Nullable Instant feedbackAt,
        List<String> defects,
        @Column("feedback_doubts") List<FeedbackDoubt> doubts) {

    static final Feedback NONE = new Feedback(null, null, null, null, null, null, null, List.of(), List.of());

    /**
     * @param since his call, or the first contact with him
     * @throws Refusal {@code E_HOT_CITIZEN_NOT_INFORMED} unless the citizen was told between then and now
     */
    void requireTold(Instant since, Instant now) {
        requireTold(toldCitizenAt, since, now);
    }

    /** As {@link #requireTold(Instant, Instant)}, of whatever else he must be told. */
    static void requireTold(@Nullable Instant toldAt, Instant since, Instant now) {
        if (toldAt == null || toldAt.isBefore(since.truncatedTo(ChronoUnit.MILLIS)) || toldAt.isAfter(now)) {
            throw Refusal.of(
                    RefusalCode.E_HOT_CITIZEN_NOT_INFORMED,
                    "尚未告知诉求人(告知时间须在首次联系之后、现在之前),不能提交。",
                    "The citizen has not been told yet; tell him, after the first contact, before you hand in.");
        }
    }

    Feedback submitted(UUID by, Instant now) {
        return new Feedback(result, facts, legalBasis, toldCitizenAt, toldCitizenWhat, by, now, List.of(), doubts);
    }

    Feedback doubted(List<FeedbackDoubt> found) {
        return new Feedback(
                result, facts, legalBasis, toldCitizenAt, toldCitizenWhat, feedbackBy, feedbackAt, defects, found);
    }

    Feedback doubted(FeedbackDoubt found) {
        return doubted(
                Stream.concat(doubts.stream(), Stream.of(found)).distinct().toList());
    }

    /** The same result for a ticket that was merged into this one, whose own citizen is still to be told. */
    Feedback forChild() {
        return new Feedback(result, facts, legalBasis, null, null, feedbackBy, feedbackAt, List.of(), List.of());
    }

    Feedback returned(List<String> defects) {
        if (defects.isEmpty()) {
            throw Refusal.invalid("/defects", "退回补正须逐条写明问题。", "Say what is to be corrected.");
        }
        return new Feedback(
                result, facts, legalBasis, toldCitizenAt, toldCitizenWhat, feedbackBy, feedbackAt, defects, doubts);
    }

    void state(Facts facts) {
        facts.with("feedbackResult", result).with("feedbackAt", feedbackAt);
    }

    /** 办理结果: whether there is something to be seen of it, so that a photo can show it. */
    enum Result {
        RESOLVED(true),
        PARTLY(true),
        EXPLAINED(false),
        NOT_POSSIBLE(false);

        private final boolean visible;

        Result(boolean visible) {
            this.visible = visible;
        }

        boolean isVisible() {
            return visible;
        }
    }
}
