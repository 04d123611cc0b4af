package io.duban.documents.incoming;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a unit's result: how often the office sent it back and why, or that the office does without it.
 *
 * @param hostReturnReason why the host sent a co unit's opinion back, which it does once; null when it did not
 */
record UnitVerdict(
        int corrections,
        List<String> defects,
        @Nullable String releaseReason,
        @Nullable String hostReturnReason,
        @Nullable UUID hostReturnedBy) {

    static final UnitVerdict NONE = new UnitVerdict(0, List.of(), null, null, null);

    UnitVerdict sentBack(List<String> found) {
        return new UnitVerdict(corrections + 1, found, releaseReason, hostReturnReason, hostReturnedBy);
    }

    UnitVerdict sentBackByHost(String reason, UUID by) {
        return new UnitVerdict(corrections, defects, releaseReason, reason, by);
    }

    UnitVerdict released(String reason) {
        return new UnitVerdict(corrections, defects, reason, hostReturnReason, hostReturnedBy);
    }
}
