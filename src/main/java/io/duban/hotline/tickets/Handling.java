package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who handles a ticket and how urgent it is; empty until it is classified and dispatched.
 *
 * @param enterprise an enterprise asks (企业诉求), and the enterprise desk's periods hold
 * @param proposedUnitId whom the dispatch catalogue or the classifying dispatcher has in mind
 */
record Handling(
        @Nullable UrgencyClass urgencyClass,
        boolean enterprise,
        @Nullable UUID proposedUnitId,
        @Nullable UUID hostUnitId,
        Set<UUID> coUnitIds,
        @Nullable String instruction,
        @Nullable UUID handlerId,
        @Nullable Instant dispatchedAt) {

    static final Handling NONE = new Handling(null, false, null, null, Set.of(), null, null, null);

    Handling of(UrgencyClass urgencyClass, boolean ofEnterprise, @Nullable UUID proposed) {
        return new Handling(
                urgencyClass, ofEnterprise, proposed, hostUnitId, coUnitIds, instruction, handlerId, dispatchedAt);
    }

    /** To a unit, which has yet to name its handler. */
    Handling dispatched(UUID host, Set<UUID> co, @Nullable String words, Instant now) {
        var order = DispatchOrder.of(host, co, words);
        return new Handling(
                urgencyClass,
                enterprise,
                proposedUnitId,
                order.hostUnitId(),
                order.coUnitIds(),
                words == null ? instruction : words,
                null,
                now);
    }

    Handling by(UUID handler) {
        return new Handling(
                urgencyClass, enterprise, proposedUnitId, hostUnitId, coUnitIds, instruction, handler, dispatchedAt);
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

    /** Whether it runs by the hour, day and night. */
    boolean isPressing() {
        return urgencyClass != null && urgencyClass.isPressing();
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
        COMPLEX;

        /** Whether it runs by the hour, day and night, and gets no more time. */
        boolean isPressing() {
            return this == LIFE_SAFETY || this == RISK || this == UTILITY;
        }
    }
}
