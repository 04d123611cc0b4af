package io.duban.documents.incoming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the office said of a unit's result: how often it went back and why, or that the office does without it. */
record UnitVerdict(
        int corrections, List<String> defects, @Nullable String releaseReason) {

    static final UnitVerdict NONE = new UnitVerdict(0, List.of(), null);

    UnitVerdict sentBack(List<String> found) {
        return new UnitVerdict(corrections + 1, found, releaseReason);
    }

    UnitVerdict released(String reason) {
        return new UnitVerdict(corrections, defects, reason);
    }
}
