package io.duban.supervision.matters;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter with what was found about it when it was drafted or put up, for the answer to that step.
 *
 * @param duplicates matters it would repeat
 * @param frequency what supervision has cost its objects lately
 */
record MatterAnswer(MatterFile file, List<DuplicateMatch> duplicates, List<UnitLoad> frequency) implements Subject {

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
        return file.subjectType();
    }

    @Override
    public String title() {
        return file.title();
    }

    @Override
    public String state() {
        return file.state();
    }

    @Override
    public Audience audience() {
        return file.audience();
    }

    @Override
    public @Nullable Instant dueAt() {
        return file.dueAt();
    }

    @Override
    public AlertLight light(Instant now) {
        return file.light(now);
    }
}
