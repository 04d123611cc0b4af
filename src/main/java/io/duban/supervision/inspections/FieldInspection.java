package io.duban.supervision.inspections;

import static io.duban.supervision.inspections.InspectionMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.matters.SupervisionMatter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A look on the spot (现场核查); every change goes through an {@link InspectionMove}.
 *
 * @param startedAt the device's time, which may lie long before {@code begunAt}, the server's
 * @param peopleMet a number only: whom the inspectors met stays protected
 */
@Table("field_inspection")
record FieldInspection(
        @Id UUID id,
        long version,
        UUID matterId,
        String title,
        FieldInspectionStatus status,
        String place,
        @Embedded.Empty Position position,
        UUID authorId,
        @Nullable Instant startedAt,
        Instant begunAt,
        @Nullable Instant recordedAt,
        boolean hazard,
        @Nullable String objectStatement,
        @Nullable Integer peopleMet,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Versioned {

    /** Seen by its author and the supervisors in charge, and by whoever a matter's units and lines let read it. */
    static FieldInspection begun(FieldInspecting.Start start, SupervisionMatter matter, Command command) {
        var people = new HashSet<>(matter.hands().supervisors());
        people.add(command.officer().id());
        return new FieldInspection(
                start.id(),
                1,
                matter.id(),
                matter.brief().title(),
                FieldInspectionStatus.ON_SITE,
                start.place(),
                start.position(),
                command.officer().id(),
                start.startedAt(),
                command.now(),
                null,
                false,
                null,
                null,
                matter.unitIds(),
                people);
    }

    /** A phone uploads several photos without looking between them, so no version is asked for. */
    FieldInspection withPhoto(Command command) {
        UPLOAD_PHOTO.check(status, command.seenVersion(), command);
        return next(UPLOAD_PHOTO, recordedAt, hazard, objectStatement, peopleMet);
    }

    FieldInspection submitRecord(
            List<InspectionFinding> findings, @Nullable String statement, int met, Command command) {
        SUBMIT_RECORD.check(status, version, command);
        if (!command.officer().id().equals(authorId)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "核查记录由现场核查人提交。", "The record is submitted by who was on the spot.");
        }
        var danger = findings.stream().anyMatch(InspectionFinding::isHazard);
        return next(SUBMIT_RECORD, command.now(), danger, statement, met);
    }

    /** The duty officer hears of it by the stream and answers at once; he has no version to have seen. */
    FieldInspection acknowledgeHazard(Command command) {
        ACKNOWLEDGE_HAZARD.check(status, command.seenVersion(), command);
        if (!hazard) {
            throw Refusal.illegalState(ACKNOWLEDGE_HAZARD.name(), status.name(), List.of());
        }
        return next(ACKNOWLEDGE_HAZARD, recordedAt, true, objectStatement, peopleMet);
    }

    /** Begun without network, an inspection starts when the device says so. */
    Instant start() {
        return startedAt == null || startedAt.isAfter(begunAt) ? begunAt : startedAt;
    }

    /** Whether this officer may know of it: unannounced visits stay unannounced until the record is in. */
    boolean isShown(Officer officer, Permissions permissions) {
        return isRecorded() || permissions.reach(officer, "inspection:create").covers(unitIds, participantIds);
    }

    boolean isRecorded() {
        return status != FieldInspectionStatus.ON_SITE;
    }

    private FieldInspection next(
            InspectionMove move,
            @Nullable Instant recorded,
            boolean danger,
            @Nullable String statement,
            @Nullable Integer met) {
        return new FieldInspection(
                id,
                version + 1,
                matterId,
                title,
                move.to(),
                place,
                position,
                authorId,
                startedAt,
                begunAt,
                recorded,
                danger,
                statement,
                met,
                unitIds,
                participantIds);
    }

    /** One optional point; never a track. */
    record Position(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Double accuracyMetres,
            @Nullable String datum) {

        static final Position NONE = new Position(null, null, null, null);
    }
}
