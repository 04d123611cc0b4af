package io.duban.platform.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that passed every check and is in storage, though no row names it yet.
 *
 * @param storageKey the random name it is stored under
 * @param sha256 of the bytes as they came, 64 hexadecimal digits
 * @param sizeBytes length as it came
 * @param mediaType told by the content, never by a name or a header
 * @param receivedAt the server's time when the last byte was in
 * @param photo what the photo tells of itself; null when the file is not a photo
 * @param perceptualHash what a photo looks like; null when it is none, was not decoded or shows nothing
 */
public record ReceivedFile(
        String storageKey,
        String sha256,
        long sizeBytes,
        String mediaType,
        Instant receivedAt,
        @Nullable PhotoFacts photo,
        @Nullable Long perceptualHash) {

    /** The same, for nothing to be compared with. */
    ReceivedFile withoutLooks() {
        return new ReceivedFile(storageKey, sha256, sizeBytes, mediaType, receivedAt, photo, null);
    }
}
