package io.duban.supervision.notices;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Through whose hands a bulletin went; each null before his step. */
record BulletinHands(
        UUID draftedById,
        @Nullable UUID submittedById,
        @Nullable UUID heardById,
        @Nullable UUID signedById,
        @Nullable Instant signedAt,
        @Nullable UUID issuedById,
        @Nullable Instant issuedAt) {

    static BulletinHands drafting(UUID by) {
        return new BulletinHands(by, null, null, null, null, null, null);
    }

    BulletinHands submitted(UUID by) {
        return new BulletinHands(draftedById, by, null, null, null, null, null);
    }

    BulletinHands heard(UUID by) {
        return new BulletinHands(draftedById, submittedById, by, null, null, null, null);
    }

    BulletinHands signed(UUID by, Instant now) {
        return new BulletinHands(draftedById, submittedById, heardById, by, now, null, null);
    }

    BulletinHands issued(UUID by, Instant now) {
        return new BulletinHands(draftedById, submittedById, heardById, signedById, signedAt, by, now);
    }

    /** Who wrote it, and so puts it right and sends it out. */
    Set<UUID> authors() {
        return Stream.of(draftedById, submittedById)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }
}
