package io.duban.supervision.matters;

import java.util.UUID;

/**
 * The clocks and to-dos of one unit's part of a matter. They are named with the unit, since several units' run on one matter at the same time.
 */
enum UnitStep {
    SIGN_FOR,
    HANDLE,
    STAGE,
    SUBMIT_FINAL,
    RESUBMIT,
    REVIEW,
    DECIDE_RETURN,
    DECIDE_EXTENSION,
    COORDINATE,
    CHASE,
    DECIDE_EVALUATION_OBJECTION;

    /** Such as {@code SIGN_FOR:0190…}. */
    String of(UUID unitId) {
        return name() + ":" + unitId;
    }
}
