package io.duban.hotline.letters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of the answer everybody may read; empty while nothing is published. */
record Publication(
        @Nullable String publishedAnswer,
        @Nullable UUID publishedBy,
        @Nullable Instant publishedAt) {

    static final Publication NONE = new Publication(null, null, null);
}
