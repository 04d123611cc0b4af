package io.duban.documents.outgoing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens on the way beside the moves from desk to desk.
 *
 * @param handChanges words that signers changed while signing: the reviewer applies them, the signer confirms them
 * @param openedAt when whoever has it at hand opened it: from then on the unit asks before it takes the paper back
 * @param withdrawalReason why the unit wants it back; null when it does not
 * @param overQuota whether the year's quota was reached when it was registered
 * @param quotaApprovedBy the director who approved it beyond the quota
 * @param orderReason why the chief was asked without the deputy in charge
 */
record Course(
        List<String> handChanges,
        @Nullable UUID openedBy,
        @Nullable Instant openedAt,
        @Nullable String withdrawalReason,
        @Nullable Instant withdrawalAskedAt,
        boolean overQuota,
        @Nullable UUID quotaApprovedBy,
        @Nullable String orderReason)
        implements DocumentPart {

    static final Course NONE = new Course(List.of(), null, null, null, null, false, null, null);

    /** On another desk: not opened there yet, and nothing asked of it. */
    Course handedOn() {
        return new Course(handChanges, null, null, null, null, overQuota, quotaApprovedBy, orderReason);
    }

    Course opened(UUID by, Instant now) {
        return openedAt != null
                ? this
                : new Course(
                        handChanges,
                        by,
                        now,
                        withdrawalReason,
                        withdrawalAskedAt,
                        overQuota,
                        quotaApprovedBy,
                        orderReason);
    }

    boolean isOpened() {
        return openedAt != null;
    }

    Course withdrawalAsked(String reason, Instant now) {
        return new Course(handChanges, openedBy, openedAt, reason, now, overQuota, quotaApprovedBy, orderReason);
    }

    Course withdrawalRefused() {
        return new Course(handChanges, openedBy, openedAt, null, null, overQuota, quotaApprovedBy, orderReason);
    }

    Course changedByHand(List<String> words) {
        var all = new ArrayList<>(handChanges);
        all.addAll(words);
        return new Course(
                all, openedBy, openedAt, withdrawalReason, withdrawalAskedAt, overQuota, quotaApprovedBy, orderReason);
    }

    /** The changes are in the text now, and before the signer's eyes. */
    Course handChangesApplied() {
        return new Course(
                List.of(),
                openedBy,
                openedAt,
                withdrawalReason,
                withdrawalAskedAt,
                overQuota,
                quotaApprovedBy,
                orderReason);
    }

    Course quotaReached(boolean reached) {
        return new Course(
                handChanges,
                openedBy,
                openedAt,
                withdrawalReason,
                withdrawalAskedAt,
                reached,
                quotaApprovedBy,
                orderReason);
    }

    Course quotaApproved(UUID by) {
        return new Course(
                handChanges, openedBy, openedAt, withdrawalReason, withdrawalAskedAt, overQuota, by, orderReason);
    }

    Course outOfOrder(@Nullable String reason) {
        return new Course(
                handChanges,
                openedBy,
                openedAt,
                withdrawalReason,
                withdrawalAskedAt,
                overQuota,
                quotaApprovedBy,
                reason);
    }

    boolean isBeyondQuota() {
        return overQuota && quotaApprovedBy == null;
    }
}
