package io.duban.platform.operations;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Work that goes on after its request was answered, and over a restart. One instance holds it at a time, for as long as it says so again and again.
 *
 * @param kind what work it is, such as {@code hotline.import}
 * @param total how many items there are
 * @param ownerId who started it; nobody else sees it
 * @param heldBy the instance that works on it
 * @param heldUntil after this another instance takes it
 */
@Table("operation")
public record LongOperation(
        @Id UUID id,
        long version,
        String kind,
        OperationStatus status,
        long total,
        @Embedded.Empty Tally tally,
        UUID ownerId,
        @Nullable UUID heldBy,
        @Nullable Instant heldUntil,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant finishedAt)
        implements Subject {

    public static LongOperation started(UUID id, String kind, long total, UUID ownerId, Instant now) {
        return new LongOperation(
                id, 1, kind, OperationStatus.RUNNING, total, Tally.NOTHING, ownerId, null, null, now, now, null);
    }

    public boolean isRunning() {
        return status == OperationStatus.RUNNING;
    }

    /** Whether this instance is the one that works on it. */
    public boolean isHeldBy(UUID instance) {
        return isRunning() && instance.equals(heldBy);
    }

    /** Further on, and held for longer. */
    public LongOperation progressed(Tally sofar, Instant until, Instant now) {
        return next(status, sofar, until, now, null);
    }

    /** Done to the last item. */
    public LongOperation finished(Tally sofar, Instant now) {
        return next(OperationMove.FINISH.from(status), sofar, null, now, now);
    }

    /** Given up by whoever started it; what is done stays done. */
    LongOperation cancelled(Instant now) {
        return next(OperationMove.CANCEL.from(status), tally, null, now, now);
    }

    private LongOperation next(
            OperationStatus state, Tally sofar, @Nullable Instant until, Instant now, @Nullable Instant end) {
        return new LongOperation(
                id, version + 1, kind, state, total, sofar, ownerId, heldBy, until, startedAt, now, end);
    }

    @Override
    public String subjectType() {
        return "operation";
    }

    @Override
    public String title() {
        return kind;
    }

    @Override
    public String state() {
        return status.name();
    }

    @Override
    public Audience audience() {
        return new Audience("event:subscribe", Set.of(), Set.of(ownerId));
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
