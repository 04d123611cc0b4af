package io.duban.documents.outgoing;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a document comes from.
 *
 * @param unitHeadId who signed the draft off for the unit; null until then
 * @param authorIds everybody who wrote it or signed it off: none of them reviews, signs or rechecks it
 */
record Origin(
        UUID draftingUnitId,
        UUID draftedBy,
        Instant createdAt,
        @Nullable UUID unitHeadId,
        Set<UUID> authorIds) {

    static Origin of(UUID unit, UUID drafter, Instant now) {
        return new Origin(unit, drafter, now, null, Set.of(drafter));
    }

    Origin writtenBy(UUID author) {
        return new Origin(draftingUnitId, draftedBy, createdAt, unitHeadId, with(author));
    }

    Origin signedOffBy(UUID head) {
        return new Origin(draftingUnitId, draftedBy, createdAt, head, with(head));
    }

    private Set<UUID> with(UUID author) {
        var all = new HashSet<>(authorIds);
        all.add(author);
        return all;
    }
}
