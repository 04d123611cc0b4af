package io.duban.platform.clocks;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.DeadlineChange;
import io.duban.platform.calendar.DeadlineHistory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock with all that happened to it.
 *
 * @param satisfiedAt when what it waits for was done; null while it is not
 */
record ClockFile(
        Deadline deadline,
        DeadlineHistory history,
        @Nullable Instant satisfiedAt) {

    ClockFile with(List<DeadlineChange> changes) {
        return new ClockFile(deadline, new DeadlineHistory(history.suspendedAt(), changes), satisfiedAt);
    }

    AlertLight light(Instant now) {
        return AlertLight.of(
                now, deadline.warnAt(), deadline.currentDueAt(), satisfiedAt != null, history.suspendedAt() != null);
    }

    /** Whether it was done by the rule's own date; null while it is not done. */
    @Nullable
    Boolean onTimeOriginal() {
        return doneBy(deadline.originalDueAt());
    }

    /** Whether it was done by the date with its extensions and suspensions; null while it is not done. */
    @Nullable
    Boolean onTimeCurrent() {
        return doneBy(deadline.currentDueAt());
    }

    List<DeadlineChange> changes(DeadlineChange.Kind... kinds) {
        return history.changes().stream()
                .filter(change -> List.of(kinds).contains(change.kind()))
                .toList();
    }

    /** What is done while the clock stands still is as late as it was when it stopped. */
    private @Nullable Boolean doneBy(Instant due) {
        if (satisfiedAt == null) {
            return null;
        }
        var since = history.suspendedAt();
        var counted = since == null || since.isAfter(satisfiedAt) ? satisfiedAt : since;
        return !counted.isAfter(due);
    }
}
