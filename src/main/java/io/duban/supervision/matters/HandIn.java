package io.duban.supervision.matters;

import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit handed in as its result (办结反馈).
 *
 * @param facts one for each acceptance criterion, in their order
 * @param copied it reads as another result does: told to the reviewer, refused to nobody
 */
record HandIn(
        @Nullable Result result,
        List<String> facts,
        @Nullable LocalDate plannedOn,
        @Nullable String reason,
        @Nullable String legalBasis,
        @Nullable UUID submittedById,
        @Nullable Instant submittedAt,
        boolean copied) {

    static final HandIn NONE = new HandIn(null, List.of(), null, null, null, null, null, false);

    HandIn signed(UUID by, Instant now) {
        return new HandIn(result, facts, plannedOn, reason, legalBasis, by, now, copied);
    }

    HandIn copied(boolean resemblesAnother) {
        return new HandIn(result, facts, plannedOn, reason, legalBasis, submittedById, submittedAt, resemblesAnother);
    }

    /** All that was written, in one. */
    String text() {
        return String.join("\n", facts) + (reason == null ? "" : "\n" + reason);
    }

    void requireComplete(int criteria, Instant now) {
        if (facts.size() != criteria) {
            throw Refusal.invalid(
                    "/facts",
                    "须对照 %d 条验收标准逐条说明。".formatted(criteria),
                    "Give the facts for each of the %d acceptance criteria.".formatted(criteria));
        }
        if (result == Result.PLANNED && (plannedOn == null || !plannedOn.isAfter(today(now)))) {
            throw Refusal.invalid("/plannedOn", "列入计划的须写明今天以后的完成日期。", "PLANNED needs a date after today.");
        }
        if (result == Result.NOT_POSSIBLE && (isBlank(reason) || isBlank(legalBasis))) {
            throw Refusal.invalid("/legalBasis", "无法办理的须写明理由和法律依据。", "NOT_POSSIBLE needs a reason and the law.");
        }
    }

    private static LocalDate today(Instant now) {
        return now.atZone(MatterClocks.OFFICE).toLocalDate();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    enum Result {
        RESOLVED,
        PARTLY,
        PLANNED,
        NOT_POSSIBLE
    }
}
