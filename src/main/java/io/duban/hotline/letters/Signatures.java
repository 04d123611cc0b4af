package io.duban.hotline.letters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who signed a written answer. */
record Signatures(
        @Nullable UUID headSignedBy,
        @Nullable Instant headSignedAt,
        @Nullable UUID officeSignedBy,
        @Nullable Instant officeSignedAt) {

    static final Signatures NONE = new Signatures(null, null, null, null);

    Signatures ofHead(UUID by, Instant now) {
        return new Signatures(by, now, officeSignedBy, officeSignedAt);
    }

    Signatures ofOffice(UUID by, Instant now) {
        return new Signatures(headSignedBy, headSignedAt, by, now);
    }
}
