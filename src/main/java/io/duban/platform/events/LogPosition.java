package io.duban.platform.events;

import java.util.Comparator;

/**
 * Where an event stands in the log: by its transaction first, then by its number inside. Numbers alone are taken before commit and would
 * let a reader pass a slower transaction.
 */
public record LogPosition(long xid, long number) implements Comparable<LogPosition> {

    /** Before the first event. */
    public static final LogPosition START = new LogPosition(0, 0);

    private static final Comparator<LogPosition> COMMIT_ORDER =
            Comparator.comparingLong(LogPosition::xid).thenComparingLong(LogPosition::number);

    @Override
    public int compareTo(LogPosition other) {
        return COMMIT_ORDER.compare(this, other);
    }

    public boolean isAfter(LogPosition other) {
        return xid > other.xid || (xid == other.xid && number > other.number);
    }
}
