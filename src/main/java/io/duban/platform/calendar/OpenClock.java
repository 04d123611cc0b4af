package io.duban.platform.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock that runs, with all that its date rests on.
 *
 * @param checkedVersion the calendar it was last counted by, where that is not the one that made its date
 * @param changes of its date, the oldest first
 * @param host of a co-handler's clock, as it is now; null for any other
 */
public record OpenClock(
        Deadline deadline,
        @Nullable String checkedVersion,
        List<DeadlineChange> changes,
        @Nullable Host host) {

    public OpenClock {
        changes = List.copyOf(changes);
    }

    /** The clock a co-handler's is a share of. */
    public record Host(Instant triggerAt, Instant dueAt, boolean provisional) {}

    String countedBy() {
        return checkedVersion == null ? deadline.calendarVersion() : checkedVersion;
    }
}
