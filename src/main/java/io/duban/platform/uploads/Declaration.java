package io.duban.platform.uploads;

import io.duban.platform.evidence.CapturePoint;
import io.duban.platform.evidence.PhotoPurpose;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as a phone names it with a command, before any byte of it is sent.
 *
 * @param id made by the phone; the file's address while it is being sent
 * @param sha256 of the whole file, 64 hexadecimal digits in lower case
 * @param sizeBytes length of the whole file
 * @param purpose what a photo is to show; null for papers
 * @param fileName as the sender called it; null when not told
 * @param capturedAt the device's time; null when not told
 * @param point where the device was; null when not told, which is always allowed
 * @param note the sender's words; null when there are none
 */
public record Declaration(
        UUID id,
        String sha256,
        long sizeBytes,
        @Nullable PhotoPurpose purpose,
        @Nullable String fileName,
        @Nullable Instant capturedAt,
        @Nullable CapturePoint point,
        @Nullable String note) {}
