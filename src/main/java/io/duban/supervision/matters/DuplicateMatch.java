package io.duban.supervision.matters;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter under way about the same units and the same thing or place.
 *
 * @param title null where the reader may not see that matter
 * @param objectUnitIds the objects both have
 * @param likeness of the words, from 0 to 1
 */
record DuplicateMatch(
        UUID matterId,
        @Nullable String title,
        Set<UUID> objectUnitIds,
        Instant since,
        double likeness,
        boolean samePlace) {

    DuplicateMatch withoutTitle() {
        return new DuplicateMatch(matterId, null, objectUnitIds, since, likeness, samePlace);
    }
}
