package io.duban.documents.incoming;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it was given to the units, and whether its term was lengthened.
 *
 * @param directReason why no leader had to see it
 * @param unitReturns how often a unit gave it back; the second time it is disputed
 * @param supervise the paper is itself a supervision of a superior
 * @param matterId the matter that was drafted of it
 * @param extensionUntil the date asked for; null when nothing is asked or it was decided
 */
record Assigning(
        @Nullable UUID draftedBy,
        @Nullable UUID assignedBy,
        @Nullable Instant assignedAt,
        @Nullable String directReason,
        int unitReturns,
        int extensions,
        @Nullable Instant extensionUntil,
        @Nullable UUID extensionUnitId,
        @Nullable UUID extensionAskedBy,
        @Nullable String extensionReason,
        @Nullable String extensionDone,
        @Nullable String extensionPlan,
        boolean supervise,
        @Nullable UUID matterId)
        implements Page {

    static final Assigning NONE =
            new Assigning(null, null, null, null, 0, 0, null, null, null, null, null, null, false, null);

    Assigning drafted(UUID by, boolean supervised) {
        return new Assigning(
                by, null, null, null, unitReturns, extensions, null, null, null, null, null, null, supervised, null);
    }

    Assigning assigned(UUID by, @Nullable String reason, Instant now) {
        return new Assigning(
                draftedBy,
                by,
                now,
                reason,
                unitReturns,
                extensions,
                null,
                null,
                null,
                null,
                null,
                null,
                supervise,
                matterId);
    }

    Assigning returnedByUnit() {
        return new Assigning(
                draftedBy,
                assignedBy,
                assignedAt,
                directReason,
                unitReturns + 1,
                extensions,
                extensionUntil,
                extensionUnitId,
                extensionAskedBy,
                extensionReason,
                extensionDone,
                extensionPlan,
                supervise,
                matterId);
    }

    Assigning extensionAsked(Extension asked, UUID by) {
        return new Assigning(
                draftedBy,
                assignedBy,
                assignedAt,
                directReason,
                unitReturns,
                extensions,
                asked.until(),
                asked.unitId(),
                by,
                asked.reason(),
                asked.done(),
                asked.plan(),
                supervise,
                matterId);
    }

    Assigning supervisedBy(UUID matter) {
        return new Assigning(
                draftedBy,
                assignedBy,
                assignedAt,
                directReason,
                unitReturns,
                extensions,
                extensionUntil,
                extensionUnitId,
                extensionAskedBy,
                extensionReason,
                extensionDone,
                extensionPlan,
                supervise,
                matter);
    }

    /** Granted or not, the one chance is used only when granted; the reasons stay. */
    Assigning extensionDecided(boolean granted) {
        return new Assigning(
                draftedBy,
                assignedBy,
                assignedAt,
                directReason,
                unitReturns,
                granted ? extensions + 1 : extensions,
                null,
                extensionUnitId,
                extensionAskedBy,
                extensionReason,
                extensionDone,
                extensionPlan,
                supervise,
                matterId);
    }

    /** What a host asks for: until when, why, what is done, how it goes on. */
    record Extension(UUID documentId, UUID unitId, Instant until, String reason, String done, String plan) {}
}
