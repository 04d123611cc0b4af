package io.duban.platform.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a clock after it was started.
 *
 * @param suspendedAt since when it stands still; null while it runs
 * @param changes of its date, the oldest first
 */
public record DeadlineHistory(@Nullable Instant suspendedAt, List<DeadlineChange> changes) {

    /** Nothing yet. */
    public static final DeadlineHistory NONE = new DeadlineHistory(null, List.of());

    public DeadlineHistory {
        changes = List.copyOf(changes);
    }
}
