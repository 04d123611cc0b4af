package io.duban.platform.realtime;

import io.duban.platform.events.Cursor;
import io.duban.platform.events.LogPosition;
import io.duban.platform.events.LoggedEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log in memory: a ring that one feed writes and all streams read without a lock. Everything after {@link #floor} is in it.
 */
final class Tail {

    /** The answer for a position whose next events are no longer here. */
    static final long GONE = -1;

    private final String epoch;
    private final LogPosition floor;
    private final Envelopes envelopes;
    private final AtomicReferenceArray<FramedEvent> ring;
    private volatile long last = -1;

    /** A tail of what comes after {@code floor}, of at least {@code size} events. */
    Tail(String epoch, LogPosition floor, int size, Envelopes envelopes) {
        this.epoch = epoch;
        this.floor = floor;
        this.envelopes = envelopes;
        this.ring = new AtomicReferenceArray<>(Integer.highestOneBit(Math.max(2, size) - 1) << 1);
    }

    String epoch() {
        return epoch;
    }

    /** Appends events in commit order; by one thread at a time. */
    void append(List<LoggedEvent> events) {
        var next = last;
        for (var event : events) {
            next++;
            ring.set(slot(next), new FramedEvent(next, event, this::encode));
        }
        last = next;
    }

    Frame encode(LoggedEvent event) {
        return envelopes.toFrame(event, epoch);
    }

    /** The index of the newest event; -1 before the first. */
    long last() {
        return last;
    }

    /** The event at an index; null when it is not there yet or no longer. */
    @Nullable
    FramedEvent get(long index) {
        if (index < 0 || index > last) {
            return null;
        }
        var event = ring.get(slot(index));
        return event != null && event.index() == index ? event : null;
    }

    /** The position of the newest event. */
    LogPosition reached() {
        var newest = get(last);
        return newest == null ? floor : newest.position();
    }

    Cursor cursor(LogPosition position) {
        return new Cursor(epoch, position);
    }

    /** The index of the first event after a position, one past the last when there is none yet; {@link #GONE} when some are not here. */
    long indexAfter(LogPosition position) {
        var high = last;
        var low = Math.max(0, high - ring.length() + 1);
        if (!covers(position, low)) {
            return GONE;
        }
        high++;
        while (low < high) {
            var middle = (low + high) >>> 1;
            var event = get(middle);
            if (event == null) {
                return GONE;
            }
            if (event.position().isAfter(position)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean covers(LogPosition position, long oldestIndex) {
        if (oldestIndex == 0) {
            return !floor.isAfter(position);
        }
        var oldest = get(oldestIndex);
        return oldest != null && !oldest.position().isAfter(position);
    }

    private int slot(long index) {
        return (int) (index & (ring.length() - 1));
    }
}
