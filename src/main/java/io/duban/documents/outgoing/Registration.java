package io.duban.documents.outgoing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the registrar's desk adds: the number, the seal, the issue. */
record Registration(
        @Nullable String issuerCode,
        @Nullable Integer numberYear,
        @Nullable Integer numberSequence,
        @Nullable String documentNumber,
        @Nullable UUID numberedBy,
        @Nullable Instant numberedAt,
        @Nullable String sealName,
        @Nullable Integer sealedCopies,
        @Nullable UUID sealedBy,
        @Nullable Instant sealedAt,
        @Nullable UUID issuedBy,
        @Nullable Instant issuedAt)
        implements DocumentPart {

    static final Registration NONE =
            new Registration(null, null, null, null, null, null, null, null, null, null, null, null);

    /** Registered with a number, or without one where the paper is to have none. */
    Registration numbered(@Nullable NumberSequence taken, UUID by, Instant now) {
        return new Registration(
                taken == null ? null : taken.issuerCode(),
                taken == null ? null : taken.year(),
                taken == null ? null : taken.last(),
                taken == null ? null : taken.documentNumber(),
                by,
                now,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Registration sealed(String seal, int copies, UUID by, Instant now) {
        return new Registration(
                issuerCode,
                numberYear,
                numberSequence,
                documentNumber,
                numberedBy,
                numberedAt,
                seal,
                copies,
                by,
                now,
                null,
                null);
    }

    Registration issued(UUID by, Instant now) {
        return new Registration(
                issuerCode,
                numberYear,
                numberSequence,
                documentNumber,
                numberedBy,
                numberedAt,
                sealName,
                sealedCopies,
                sealedBy,
                sealedAt,
                by,
                now);
    }
}
