package io.duban.platform.uploads;

import io.duban.platform.commands.Command;
import io.duban.platform.evidence.CapturePoint;
import io.duban.platform.evidence.Intake;
import io.duban.platform.evidence.PhotoPurpose;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The row of a file that was named before it came. It waits until its last byte has arrived or until its declarer takes it back.
 *
 * @param subjectType what kind of work named it, such as {@code supervision.inspection}
 * @param subjectId the finding, record or feedback that named it
 * @param declaredBy who pressed: the only one who may send its bytes
 * @param storedFileId the file it became; null until it has arrived
 * @param arrivedAt the server's time when the last byte was in and everything checked; null until then
 * @param withdrawnAt when its declarer said that it will not come; null unless he did
 */
@Table("declared_file")
public record DeclaredFile(
        @Id UUID id,
        long version,
        String subjectType,
        UUID subjectId,
        UUID declaredBy,
        Instant declaredAt,
        Intake intake,
        String sha256,
        long sizeBytes,
        @Nullable PhotoPurpose purpose,
        @Nullable String fileName,
        @Nullable Instant capturedAt,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double accuracyMetres,
        @Nullable String datum,
        @Nullable String note,
        @Nullable UUID storedFileId,
        @Nullable Instant arrivedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason)
        implements Versioned {

    static DeclaredFile of(
            Declaration declaration, String subjectType, UUID subjectId, Intake intake, Command command) {
        var point = declaration.point();
        return new DeclaredFile(
                declaration.id(),
                1,
                subjectType,
                subjectId,
                command.actor().id(),
                command.now(),
                intake,
                declaration.sha256(),
                declaration.sizeBytes(),
                declaration.purpose(),
                declaration.fileName(),
                declaration.capturedAt(),
                point == null ? null : point.latitude(),
                point == null ? null : point.longitude(),
                point == null ? null : point.accuracyMetres(),
                point == null ? null : point.datum(),
                declaration.note(),
                null,
                null,
                null,
                null);
    }

    /** Whether another declaration says the same of the same file: a phone may send it twice. */
    boolean saysTheSameAs(DeclaredFile other) {
        return id.equals(other.id)
                && subjectType.equals(other.subjectType)
                && subjectId.equals(other.subjectId)
                && declaredBy.equals(other.declaredBy)
                && intake == other.intake
                && sha256.equals(other.sha256)
                && sizeBytes == other.sizeBytes
                && purpose == other.purpose
                && Objects.equals(fileName, other.fileName)
                && Objects.equals(capturedAt, other.capturedAt)
                && Objects.equals(point(), other.point())
                && Objects.equals(note, other.note);
    }

    /** Where the device was; null when the sender did not tell. */
    public @Nullable CapturePoint point() {
        return latitude == null || longitude == null
                ? null
                : new CapturePoint(latitude, longitude, accuracyMetres, datum);
    }

    public boolean hasArrived() {
        return arrivedAt != null;
    }

    /** Whether its bytes are still expected. */
    public boolean isAwaited() {
        return arrivedAt == null && withdrawnAt == null;
    }

    /** The next version: the file is there. */
    DeclaredFile arrived(StoredFile file, Instant now) {
        requireAwaited("UPLOAD");
        return ended(file.id(), now, null, null);
    }

    /**
     * The next version: the file will not come, and nobody waits for it any longer.
     *
     * @return or {@code E_GEN_ILLEGAL_STATE} for one that has arrived: evidence that is there stays
     */
    DeclaredFile withdrawn(String reason, Instant now) {
        requireAwaited("WITHDRAW");
        return ended(null, null, now, reason);
    }

    DeclaredFile requireAwaited(String move) {
        if (!isAwaited()) {
            throw Refusal.illegalState(move, hasArrived() ? "ARRIVED" : "WITHDRAWN", List.of());
        }
        return this;
    }

    private DeclaredFile ended(
            @Nullable UUID stored, @Nullable Instant arrival, @Nullable Instant withdrawal, @Nullable String reason) {
        return new DeclaredFile(
                id,
                version + 1,
                subjectType,
                subjectId,
                declaredBy,
                declaredAt,
                intake,
                sha256,
                sizeBytes,
                purpose,
                fileName,
                capturedAt,
                latitude,
                longitude,
                accuracyMetres,
                datum,
                note,
                stored,
                arrival,
                withdrawal,
                reason);
    }

    static Refusal otherContent() {
        return Refusal.of(
                RefusalCode.E_GEN_IDEMPOTENCY_CONFLICT,
                "这个文件编号已用于另一份登记,请换一个编号重新登记。",
                "This file id was declared with another content; make another id.");
    }
}
