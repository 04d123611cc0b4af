package io.duban.platform.uploads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an upload has come.
 *
 * @param offset bytes that are safely here; equal to {@code length} once the file has arrived, and not before
 * @param expiresAt until when they are kept; null once the file has arrived
 */
record UploadState(
        UUID id, long offset, long length, @Nullable Instant expiresAt) {

    static UploadState arrived(DeclaredFile file) {
        return new UploadState(file.id(), file.sizeBytes(), file.sizeBytes(), null);
    }

    boolean isWhole() {
        return offset == length;
    }
}
