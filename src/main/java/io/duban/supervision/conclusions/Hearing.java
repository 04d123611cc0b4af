package io.duban.supervision.conclusions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When the object was heard (听取督查对象意见).
 *
 * @param hearingKind null when it was not
 * @param hearingSourceId the inspection with its statement, or the entry of its feedback; null for a hearing that is recorded here
 * @param hearingStatement what it said at a hearing that is recorded here; null otherwise
 */
record Hearing(
        @Nullable Kind hearingKind,
        @Nullable UUID hearingSourceId,
        @Nullable String hearingStatement,
        @Nullable Instant heardAt) {

    static final Hearing NONE = new Hearing(null, null, null, null);

    boolean isNone() {
        return hearingKind == null;
    }

    enum Kind {
        FIELD_STATEMENT,
        FEEDBACK,
        RECORDED_HEARING
    }
}
