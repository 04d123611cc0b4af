package io.duban.hotline;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who handles a ticket, how urgent it is and until when; empty until it is classified and dispatched. */
record Handling(
        @Nullable UrgencyClass urgencyClass,
        @Nullable UUID hostUnitId,
        Set<UUID> coUnitIds,
        @Nullable String instruction,
        @Nullable UUID handlerId,
        @Nullable Instant dispatchedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt) {

    static final Handling NONE = new Handling(null, null, Set.of(), null, null, null, null, null);

    Handling of(UrgencyClass urgencyClass) {
        return new Handling(urgencyClass, hostUnitId, coUnitIds, instruction, handlerId, dispatchedAt, dueAt, warnAt);
    }

    Handling dispatched(UUID host, Set<UUID> co, @Nullable String words, Deadline due, Instant now) {
        if (co.contains(host)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_HOST_REQUIRED, "主办单位不能同时是协办单位。", "The host unit cannot be a co unit as well.");
        }
        return new Handling(urgencyClass, host, co, words, handlerId, now, due.currentDueAt(), due.warnAt());
    }

    Handling by(UUID handler) {
        return new Handling(urgencyClass, hostUnitId, coUnitIds, instruction, handler, dispatchedAt, dueAt, warnAt);
    }

    /** A contact stops a clock: it cannot have been before the unit had the ticket (to the millisecond, as
     * the contract shows it), nor later than now. */
    void requireSinceDispatch(Instant contactedAt, Instant now) {
        if (dispatchedAt == null
                || contactedAt.isBefore(dispatchedAt.truncatedTo(ChronoUnit.MILLIS))
                || contactedAt.isAfter(now)) {
            throw Refusal.invalid("/contactedAt", "联系时间须在派单之后、现在之前。", "The contact lies between the dispatch and now.");
        }
    }

    Set<UUID> units() {
        var units = new HashSet<>(coUnitIds);
        if (hostUnitId != null) {
            units.add(hostUnitId);
        }
        return units;
    }

    /** 紧急类别: decides which clocks run. */
    enum UrgencyClass {
        LIFE_SAFETY,
        RISK,
        UTILITY,
        ORDINARY,
        COMPLEX
    }
}
