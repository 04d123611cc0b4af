package io.duban.documents.incoming;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who of the unit handles it, who of its leaders knows of it, and since when (签收). */
record UnitReceipt(
        @Nullable UUID handlerId,
        @Nullable UUID seenById,
        @Nullable Instant signedAt) {

    static final UnitReceipt NONE = new UnitReceipt(null, null, null);
}
