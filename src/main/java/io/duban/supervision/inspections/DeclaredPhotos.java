package io.duban.supervision.inspections;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.uploads.DeclaredFilesView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An inspection with all that was named for it. */
record DeclaredPhotos(InspectionFile inspection, DeclaredFilesView files) implements Subject {

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
        return inspection.subjectType();
    }

    @Override
    public String title() {
        return inspection.title();
    }

    @Override
    public String state() {
        return inspection.state();
    }

    @Override
    public Audience audience() {
        return inspection.audience();
    }

    @Override
    public @Nullable Instant dueAt() {
        return inspection.dueAt();
    }

    @Override
    public AlertLight light(Instant now) {
        return inspection.light(now);
    }
}
