package io.duban.supervision.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a card came to be.
 *
 * @param proposedById who proposed a red card or issued a yellow one; null for a card given by itself at the red light
 * @param approvedById the director who approved a red card; null for a yellow one and before
 * @param issuedAt null before
 * @param objectUntil until when the unit may object (CARD_OBJECT); null before it is issued
 * @param signedForById who signed for it at the unit; null while nobody has
 */
record CardIssue(
        @Nullable UUID proposedById,
        @Nullable UUID approvedById,
        @Nullable Instant issuedAt,
        @Nullable Instant objectUntil,
        @Nullable UUID signedForById,
        @Nullable Instant signedForAt) {

    static CardIssue proposed(@Nullable UUID by) {
        return new CardIssue(by, null, null, null, null, null);
    }

    CardIssue issued(@Nullable UUID approver, Instant now, Instant until) {
        return new CardIssue(proposedById, approver, now, until, null, null);
    }

    CardIssue signedFor(UUID by, Instant now) {
        return new CardIssue(proposedById, approvedById, issuedAt, objectUntil, by, now);
    }
}
