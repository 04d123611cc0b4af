package io.duban.hotline.tickets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the intake still waits for somebody; each has a row of its own that says more.
 *
 * @param refusalProposedBy who proposed not to accept it (不予受理); null when no proposal waits for the auditor
 * @param refusalUntold it was not accepted, and the citizen has not been told
 * @param transferUnacknowledged the duty desk has not taken note of its transfer to an emergency line
 * @param repeatUnreviewed the manager has not looked at it as a repeated demand (重复诉求)
 * @param callsUnreviewed the manager has not decided about malicious calls
 */
record Intake(
        @Nullable UUID refusalProposedBy,
        boolean refusalUntold,
        boolean transferUnacknowledged,
        boolean repeatUnreviewed,
        boolean callsUnreviewed) {

    static final Intake NONE = new Intake(null, false, false, false, false);

    /** With a proposal that waits, or without one: it was decided, or overtaken. */
    Intake refusalProposed(@Nullable UUID by) {
        return new Intake(by, refusalUntold, transferUnacknowledged, repeatUnreviewed, callsUnreviewed);
    }

    Intake refusalUntold(boolean untold) {
        return new Intake(refusalProposedBy, untold, transferUnacknowledged, repeatUnreviewed, callsUnreviewed);
    }

    Intake transferUnacknowledged(boolean waits) {
        return new Intake(refusalProposedBy, refusalUntold, waits, repeatUnreviewed, callsUnreviewed);
    }

    Intake unreviewed(CallerAlert.Kind kind, boolean waits) {
        return switch (kind) {
            case REPEAT_DEMAND ->
                new Intake(refusalProposedBy, refusalUntold, transferUnacknowledged, waits, callsUnreviewed);
            case MALICIOUS_CALLS ->
                new Intake(refusalProposedBy, refusalUntold, transferUnacknowledged, repeatUnreviewed, waits);
        };
    }

    /** What the manager is to see about the caller goes on when nothing else does. */
    Intake ended() {
        return new Intake(null, false, false, repeatUnreviewed, callsUnreviewed);
    }
}
