package io.duban.supervision;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A field inspection with its findings. The units hear of it when its record is in, not before: a visit may be unannounced (暗访). */
record InspectionFile(FieldInspection inspection, List<InspectionFinding> findings) implements Subject {

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
        return "supervision.inspection";
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
