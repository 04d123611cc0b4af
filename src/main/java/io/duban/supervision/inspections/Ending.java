package io.duban.supervision.inspections;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who closed an inspection or called it off, when, and with which words. */
record Ending(
        @Nullable UUID closedById,
        @Nullable Instant closedAt,
        @Nullable String closingNote) {

    static final Ending NONE = new Ending(null, null, null);
}
