package io.duban.documents.incoming;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit is to do, and until when.
 *
 * @param askedDueAt the date the office named; null where the rule gives it
 * @param returnUntil after this instant the unit keeps it
 * @param designated the unit was named after a dispute and may not return it
 * @param replacesId the part of the unit that had it before
 */
record UnitCharge(
        String requirement,
        @Nullable String feedbackForm,
        @Nullable Instant askedDueAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant returnUntil,
        boolean designated,
        @Nullable UUID replacesId) {

    static UnitCharge of(UnitAssignment.Part part) {
        return new UnitCharge(part.requirement(), part.feedbackForm(), part.dueAt(), null, null, null, false, null);
    }

    /** For another unit: the same work under a new full period. */
    UnitCharge again(UUID before, boolean byDesignation) {
        return new UnitCharge(requirement, feedbackForm, null, null, null, null, byDesignation, before);
    }

    UnitCharge due(Instant due, Instant warn) {
        return new UnitCharge(requirement, feedbackForm, askedDueAt, due, warn, returnUntil, designated, replacesId);
    }

    UnitCharge returnableUntil(Instant until) {
        return new UnitCharge(requirement, feedbackForm, askedDueAt, dueAt, warnAt, until, designated, replacesId);
    }

    UnitCharge forGood() {
        return new UnitCharge(requirement, feedbackForm, askedDueAt, dueAt, warnAt, returnUntil, true, replacesId);
    }
}
