package io.duban.platform.uploads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An upload under way; it has the id of the declaration whose bytes it brings.
 *
 * @param expiresAt until when the bytes that are here are kept for the rest to come
 * @param refusedCode why the bytes that came were thrown away; null when they were not
 */
@Table("upload")
record Upload(
        @Id UUID id,
        Instant openedAt,
        Instant expiresAt,
        @Nullable String refusedCode,
        @Nullable Instant refusedAt) {

    boolean isLive(Instant now) {
        return refusedCode == null && expiresAt.isAfter(now);
    }
}
