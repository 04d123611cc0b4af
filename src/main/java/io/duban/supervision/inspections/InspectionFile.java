package io.duban.supervision.inspections;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.evidence.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field inspection with its findings and photos. The units hear of it when its record is in, not before: a visit may be unannounced (暗访).
 */
record InspectionFile(FieldInspection inspection, List<InspectionFinding> findings, List<StoredFile> photos)
        implements Subject {

    static final String SUBJECT_TYPE = "supervision.inspection";

    static InspectionFile of(FieldInspection inspection) {
        return new InspectionFile(inspection, List.of(), List.of());
    }

    @Override
    public UUID id() {
        return inspection.id();
    }

    @Override
    public long version() {
        return inspection.version();
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    @Override
    public String title() {
        return inspection.title();
    }

    @Override
    public String state() {
        return inspection.status().name();
    }

    @Override
    public Audience audience() {
        var permission = inspection.isRecorded() ? "supervision:read" : "inspection:create";
        return new Audience(permission, inspection.unitIds(), inspection.participantIds());
    }

    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }
}
