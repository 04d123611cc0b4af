package io.duban.platform.evidence;

import io.duban.platform.problem.ClassifiedMarks;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who hands a file in, for what, and what the device says about it.
 *
 * @param id of the row to be saved
 * @param uploaderId the person
 * @param subjectType what kind of matter it is evidence for
 * @param subjectId the one task it belongs to
 * @param purpose what a photo is to show; null for attachments
 * @param fileName as the sender called it; shown, never used to find or judge the file; null when not told
 * @param capturedAt the device's time; null when not told
 * @param point where the device was; null when not told, which is always allowed
 * @param taskStart when the task began, to judge {@code capturedAt} by; null when there is no such moment
 * @param note the sender's words; null when there are none
 */
public record Submission(
        UUID id,
        UUID uploaderId,
        String subjectType,
        UUID subjectId,
        @Nullable PhotoPurpose purpose,
        @Nullable String fileName,
        @Nullable Instant capturedAt,
        @Nullable CapturePoint point,
        @Nullable Instant taskStart,
        @Nullable String note) {

    /** The last part of a path, without control characters: a name is shown and offered for saving, and leads nowhere. */
    public Submission {
        fileName = fileName == null
                ? null
                : fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                        .replaceAll("\\p{Cntrl}", "");
    }

    boolean isMarked() {
        return Stream.of(fileName, note).anyMatch(text -> text != null && ClassifiedMarks.in(text));
    }
}
