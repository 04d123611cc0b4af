package io.duban.supervision.matters;

import io.duban.platform.subprocesses.ReturnRight;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a part came to this unit, and whether it may give it back (退回改派).
 *
 * @param returnUntil the last instant of its window
 * @param designated the unit was named after a dispute
 * @param kept it asked before and was told to keep it
 * @param returnAskedById who asked last
 * @param replacesId the part of the unit that had it before
 * @param outerDueAt until when the unit before had it: the matter's own date stays, though this unit has a new full period
 */
record ReturnState(
        @Nullable Instant returnUntil,
        boolean designated,
        boolean kept,
        @Nullable UUID returnAskedById,
        @Nullable UUID replacesId,
        @Nullable Instant outerDueAt) {

    static ReturnState until(Instant window) {
        return new ReturnState(window, false, false, null, null, null);
    }

    ReturnRight right() {
        return new ReturnRight(designated, kept, returnUntil);
    }

    ReturnState askedBy(UUID person) {
        return new ReturnState(returnUntil, designated, kept, person, replacesId, outerDueAt);
    }

    ReturnState kept(boolean forGood) {
        return new ReturnState(returnUntil, forGood, true, returnAskedById, replacesId, outerDueAt);
    }

    ReturnState inPlaceOf(UUID part, Instant matterDueAt, boolean byDesignation) {
        return new ReturnState(returnUntil, byDesignation, kept, returnAskedById, part, matterDueAt);
    }

    /** The matter's own date was moved. */
    ReturnState withoutOuterDate() {
        return new ReturnState(returnUntil, designated, kept, returnAskedById, replacesId, null);
    }
}
