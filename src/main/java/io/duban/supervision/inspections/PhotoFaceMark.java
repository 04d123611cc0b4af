package io.duban.supervision.inspections;

import io.duban.platform.commands.Command;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A photo that shows faces of uninvolved people (domain 0.7).
 *
 * @param id the photo's
 * @param blurredFileId the copy that takes its place for others; null until the author has sent one
 */
@Table("photo_face_mark")
record PhotoFaceMark(
        @Id UUID id,
        long version,
        UUID inspectionId,
        UUID markedById,
        Instant markedAt,
        @Nullable UUID blurredFileId,
        @Nullable Instant blurredAt)
        implements Versioned {

    static PhotoFaceMark of(StoredFile photo, Command command) {
        return new PhotoFaceMark(
                photo.id(), 1, photo.subjectId(), command.officer().id(), command.now(), null, null);
    }

    PhotoFaceMark blurred(StoredFile copy, Command command) {
        return new PhotoFaceMark(id, version + 1, inspectionId, markedById, markedAt, copy.id(), command.now());
    }
}
