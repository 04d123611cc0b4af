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
        Set<UUID> authorIds) implements DocumentPart {

    static Origin of(UUID unit, UUID drafter, Set<UUID> authors, Instant now) {
        return new Origin(unit, drafter, now, null, Set.copyOf(authors));
    }

    Origin writtenBy(Set<UUID> authors) {
        return new Origin(draftingUnitId, draftedBy, createdAt, unitHeadId, with(authors));
    }

    Origin signedOffBy(UUID head, Set<UUID> persons) {
        return new Origin(draftingUnitId, draftedBy, createdAt, head, with(persons));
    }

    private Set<UUID> with(Set<UUID> authors) {
        var all = new HashSet<>(authorIds);
        all.addAll(authors);
        return all;
    }
}
