package io.duban.platform.uploads;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A declared file as the subject of a command; no event is about it, since those of its own subject say what there is to say. */
record DeclarationChange(DeclaredFile file) implements Subject {

    @Override
    public UUID id() {
        return file.id();
    }

    @Override
    public long version() {
        return file.version();
    }

    @Override
    public String subjectType() {
        return "evidence.declaration";
    }

    @Override
    public String title() {
        return file.subjectType();
    }

    @Override
    public String state() {
        if (file.hasArrived()) {
            return "ARRIVED";
        }
        return file.isAwaited() ? "AWAITED" : "WITHDRAWN";
    }

    @Override
    public Audience audience() {
        return new Audience("evidence:upload", Set.of(), Set.of(file.declaredBy()));
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
