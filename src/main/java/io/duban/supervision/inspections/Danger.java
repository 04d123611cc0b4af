package io.duban.supervision.inspections;

import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a hazard, and the duty officer's note of it.
 *
 * @param hazard whether one of the findings is a hazard
 * @param hazardNotedAt null until the duty officer took note of the last one
 */
record Danger(
        boolean hazard,
        @Nullable UUID hazardNotedById,
        @Nullable Instant hazardNotedAt,
        @Nullable String hazardNote) {

    static final Danger NONE = new Danger(false, null, null, null);

    /** Another hazard is another thing to take note of. */
    Danger found(boolean another) {
        return another ? new Danger(true, null, null, null) : this;
    }

    Danger noted(@Nullable String note, Command command) {
        return new Danger(true, command.officer().id(), command.now(), note);
    }
}
