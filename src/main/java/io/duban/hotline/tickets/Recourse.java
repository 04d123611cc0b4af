package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.HOTLINE_MANAGER;

import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What may still be asked for when the office has spoken: a redo by the citizen, an exclusion by the unit, another evaluation (domain 2.5 T20, T21).
 *
 * @param redos how often it was redone; a dispatch from upstream is a new round, but no redo
 * @param exclusionUntil from when the figures its end counts in are locked; null while it is not ended, or where another system ended it
 * @param evaluatedAt when the citizen's later evaluation was recorded; null while there is none
 */
record Recourse(
        int redos,
        Exclusion.@Nullable Standing exclusion,
        @Nullable Instant exclusionUntil,
        @Nullable Instant evaluatedAt) {

    static final Recourse NONE = new Recourse(0, null, null, null);

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int EVALUATION_DAYS = 10;
    private static final int REDOS_OF_AUDITOR = 1;

    /** Redone so often, it is a matter of supervision as well. */
    private static final int REDOS_BEFORE_SUPERVISION = 2;

    boolean allowsRedoBy(Officer officer) {
        return redos < REDOS_OF_AUDITOR || officer.has(HOTLINE_MANAGER);
    }

    /** @throws Refusal {@code E_HOT_REDO_LIMIT} for a further redo by anybody but the manager */
    void requireRedoBy(Officer officer) {
        if (!allowsRedoBy(officer)) {
            throw Refusal.of(
                    RefusalCode.E_HOT_REDO_LIMIT,
                    "已重办过一次,再次重办须由热线办负责人决定。",
                    "It was redone before; a further redo is the hotline manager's to decide.");
        }
    }

    boolean leadsToSupervision() {
        return redos >= REDOS_BEFORE_SUPERVISION;
    }

    boolean allowsExclusion(Instant now) {
        return exclusion != Exclusion.Standing.ASKED
                && exclusion != Exclusion.Standing.GRANTED
                && (exclusionUntil == null || now.isBefore(exclusionUntil));
    }

    /** @throws Refusal {@code E_GEN_ILLEGAL_STATE} when it is asked for or granted, {@code E_HOT_EXCLUSION_LOCKED} after the lock */
    void requireExclusion(@Nullable Instant lockedFrom, Instant now) {
        if (exclusion == Exclusion.Standing.ASKED || exclusion == Exclusion.Standing.GRANTED) {
            throw Refusal.of(
                    RefusalCode.E_GEN_ILLEGAL_STATE,
                    "该工单已申请剔除或已剔除,无需再次申请。",
                    "Its exclusion was asked for or granted before.");
        }
        if (lockedFrom != null && !now.isBefore(lockedFrom)) {
            throw Refusal.of(
                    RefusalCode.E_HOT_EXCLUSION_LOCKED,
                    "所属统计月份已锁定,不能再申请剔除。",
                    "The figures of its month are locked; nothing is excluded from them any more.");
        }
    }

    boolean allowsEvaluation(@Nullable Instant closedAt, Instant now) {
        return evaluatedAt == null && closedAt != null && now.isBefore(evaluationEnds(closedAt));
    }

    /** @throws Refusal {@code E_GEN_ILLEGAL_STATE} the second time, or later than ten days after the close */
    void requireEvaluation(@Nullable Instant closedAt, Instant now) {
        if (!allowsEvaluation(closedAt, now)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_ILLEGAL_STATE,
                    "办结后10日内可补充评价一次;现已补充过或已超过期限。",
                    "The citizen evaluates again once, within ten days after the close.");
        }
    }

    Recourse redone() {
        return new Recourse(redos + 1, exclusion, exclusionUntil, evaluatedAt);
    }

    Recourse nextRound() {
        return new Recourse(redos, exclusion, null, null);
    }

    Recourse excluded(Exclusion.Standing standing) {
        return new Recourse(redos, standing, exclusionUntil, evaluatedAt);
    }

    Recourse lockedFrom(Instant lock) {
        return new Recourse(redos, exclusion, lock, evaluatedAt);
    }

    Recourse evaluated(Instant now) {
        return new Recourse(redos, exclusion, exclusionUntil, now);
    }

    /** The end of the tenth day after the day of the close. */
    private static Instant evaluationEnds(Instant closedAt) {
        return closedAt.atZone(OFFICE)
                .toLocalDate()
                .plusDays(EVALUATION_DAYS + 1L)
                .atStartOfDay(OFFICE)
                .toInstant();
    }
}
