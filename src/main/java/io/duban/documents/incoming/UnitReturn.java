package io.duban.documents.incoming;

import io.duban.platform.subprocesses.ReturnReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit's wish to give its part back (退回改派), and what the office said. */
record UnitReturn(
        @Nullable ReturnReason returnReason,
        @Nullable String returnText,
        @Nullable UUID suggestedUnitId,
        @Nullable String returnBasis,
        @Nullable UUID returnAskedBy,
        @Nullable Instant returnAskedAt,
        @Nullable Boolean returnKept,
        @Nullable UUID returnDecidedBy,
        @Nullable String returnDecision) {

    static final UnitReturn NONE = new UnitReturn(null, null, null, null, null, null, null, null, null);

    /** What the unit asks. */
    record Wish(
            UUID documentId,
            UUID assignmentId,
            ReturnReason reason,
            String text,
            UUID suggestedUnitId,
            String legalBasis) {

        UnitReturn by(UUID person, Instant now) {
            return new UnitReturn(reason, text, suggestedUnitId, legalBasis, person, now, null, null, null);
        }
    }

    UnitReturn decided(boolean kept, UUID by, String words) {
        return new UnitReturn(
                returnReason, returnText, suggestedUnitId, returnBasis, returnAskedBy, returnAskedAt, kept, by, words);
    }

    /** It asked before, and was told to keep it. */
    boolean wasKept() {
        return Boolean.TRUE.equals(returnKept);
    }
}
