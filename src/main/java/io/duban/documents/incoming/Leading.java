package io.duban.documents.incoming;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The paper's way past the leaders.
 *
 * @param leaderRound of the sheet; a paper returned for rework and presented again gets a new one
 * @param orderReason why leaders are asked out of their order
 * @param conflict two leaders wrote against each other and nobody above them has settled it
 * @param leaderDueAt the earliest date a leader set; no unit gets a later one
 */
record Leading(
        int leaderRound,
        @Nullable UUID presentedBy,
        @Nullable String orderReason,
        boolean conflict,
        @Nullable Instant leaderDueAt)
        implements Page {

    static final Leading NONE = new Leading(0, null, null, false, null);

    Leading presented(UUID by, @Nullable String reason) {
        return new Leading(leaderRound + 1, by, reason, false, leaderDueAt);
    }

    Leading dueBy(@Nullable Instant date) {
        var earlier = date != null && (leaderDueAt == null || date.isBefore(leaderDueAt));
        return new Leading(leaderRound, presentedBy, orderReason, conflict, earlier ? date : leaderDueAt);
    }

    /** @throws Refusal while the chief has not said which of two words holds: no unit could follow both */
    void requireSettled() {
        if (conflict) {
            throw Refusal.of(
                    RefusalCode.E_DOC_UNRESOLVED_DISAGREEMENT,
                    "领导批示意见不一致,请先报主要领导确定,再交办或传阅。",
                    "Leaders wrote against each other; the chief settles it first.");
        }
    }

    Leading inConflict(boolean now) {
        return new Leading(leaderRound, presentedBy, orderReason, now, leaderDueAt);
    }
}
