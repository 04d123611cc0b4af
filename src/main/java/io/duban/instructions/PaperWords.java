package io.duban.instructions;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that leaders wrote on one paper, as the subject of what is decided about it as a whole. */
record PaperWords(UUID id, List<LeaderInstruction> instructions) implements Subject {

    @Override
    public long version() {
        return instructions.stream().mapToLong(LeaderInstruction::version).sum();
    }

    @Override
    public String subjectType() {
        return LeaderInstruction.SUBJECT_TYPE;
    }

    @Override
    public String title() {
        return instructions.isEmpty() ? "" : instructions.get(0).title();
    }

    @Override
    public String state() {
        return "";
    }

    @Override
    public Audience audience() {
        return new Audience("doc:read", Set.of(), Set.of());
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
