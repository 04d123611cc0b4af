package io.duban.platform.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The row that makes a stored file visible; never changed. Times are judged by {@code receivedAt}, the server's own;
 * {@code capturedAt} is the device's claim and {@code exifTime} the photo's.
 *
 * @param id the row
 * @param storageKey the random name in storage
 * @param sha256 of the bytes as they came, hexadecimal
 * @param mediaType told by the content
 * @param sizeBytes of the original
 * @param fileName as the sender called it; null when not told
 * @param receivedAt when the last byte was in
 * @param receivedBy the person who handed it in
 * @param subjectType what kind of matter it is evidence for
 * @param subjectId the one task it belongs to
 * @param purpose what a photo is to show; null for attachments
 * @param capturedAt the device's time; null when not told
 * @param latitude degrees; null when the device gave no point
 * @param longitude degrees; null when the device gave no point
 * @param accuracyMetres of the point; null when not told
 * @param datum of the point; null when not told
 * @param exifTime the photo's own time; null when it has none
 * @param width pixels as stored; null when not a photo
 * @param height pixels as stored; null when not a photo
 * @param perceptualHash what a photo looks like; null for papers, undecoded pixels and pictures with nothing on them
 * @param flags what to doubt; empty when nothing
 * @param note the sender's words; null when there are none
 */
@Table("stored_file")
public record StoredFile(
        @Id UUID id,
        String storageKey,
        String sha256,
        String mediaType,
        long sizeBytes,
        @Nullable String fileName,
        Instant receivedAt,
        UUID receivedBy,
        String subjectType,
        UUID subjectId,
        @Nullable PhotoPurpose purpose,
        @Nullable Instant capturedAt,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double accuracyMetres,
        @Nullable String datum,
        @Nullable Instant exifTime,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long perceptualHash,
        List<EvidenceFlag> flags,
        @Nullable String note) {

    static StoredFile of(ReceivedFile file, Submission submission, List<EvidenceFlag> flags) {
        var photo = file.photo();
        var point = submission.point();
        var captured = submission.capturedAt();
        return new StoredFile(
                submission.id(),
                file.storageKey(),
                file.sha256(),
                file.mediaType(),
                file.sizeBytes(),
                submission.fileName(),
                file.receivedAt(),
                submission.uploaderId(),
                submission.subjectType(),
                submission.subjectId(),
                submission.purpose(),
                captured == null ? null : captured.truncatedTo(ChronoUnit.MICROS),
                point == null ? null : point.latitude(),
                point == null ? null : point.longitude(),
                point == null ? null : point.accuracyMetres(),
                point == null ? null : point.datum(),
                photo == null ? null : photo.exifTime(),
                photo == null ? null : photo.width(),
                photo == null ? null : photo.height(),
                file.perceptualHash(),
                flags,
                submission.note());
    }

    /** Whether it has a thumbnail and a public copy of its own. */
    public boolean isPhoto() {
        return ContentKind.isPhoto(mediaType);
    }

    /** What its thumbnail and public copy show. */
    public PhotoPreview preview() {
        return Drawing.isPossible(mediaType) ? PhotoPreview.DRAWN : PhotoPreview.PLACEHOLDER;
    }
}
