package io.duban.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a chain was verified.
 *
 * @param seq the last row that was; 0 for none
 * @param hash of that row; null for none
 * @param beganAt when this walk began
 * @param movedAt when the bookmark came here
 * @param endedAt when a walk last came to the end of the chain; null for never
 */
record AuditBookmark(
        int chain,
        Walk walk,
        long seq,
        byte @Nullable [] hash,
        Instant beganAt,
        Instant movedAt,
        @Nullable Instant endedAt) {

    /** Which way it goes. */
    enum Walk {
        /** After what is added, soon. */
        ADDED,
        /** Over everything again, some nights long. */
        WHOLE
    }

    static AuditBookmark beginning(int chain, Walk walk, Instant now, @Nullable Instant lastEnd) {
        return new AuditBookmark(chain, walk, 0, null, now, now, lastEnd);
    }

    /** A clock that was set back meanwhile makes it no walk that never ends. */
    AuditBookmark moved(ChainPiece piece, boolean end, Instant now) {
        var ended = now.isBefore(beganAt) ? beganAt : now;
        return new AuditBookmark(chain, walk, piece.seq(), piece.hash(), beganAt, now, end ? ended : endedAt);
    }

    /** Whether this walk is over, not only one before it. */
    boolean isOver() {
        return endedAt != null && !endedAt.isBefore(beganAt);
    }
}
