package io.duban.hotline.tickets;

import io.duban.platform.subprocesses.ReturnRight;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * Whether the host may still give the ticket back (退单).
 *
 * @param designated it was named after a dispute (会商指定)
 * @param kept it asked before and was told to keep it
 * @param until the last instant of the window; null: not dispatched
 * @param returns how often a return was approved on this ticket; after the first, the next request is a dispute
 */
record Returning(
        boolean designated,
        @Column("return_refused") boolean kept,
        @Nullable @Column("return_until") Instant until,
        int returns) {

    static final Returning NONE = new Returning(false, false, null, 0);

    /** A unit has it, for the first time or in the place of another. */
    Returning dispatched(Instant window) {
        return new Returning(false, false, window, returns);
    }

    /** The unit asked, and keeps it. */
    Returning refused() {
        return new Returning(designated, true, until, returns);
    }

    /** The return was approved, and another unit has it. */
    Returning reassigned(Instant window) {
        return new Returning(false, false, window, returns + 1);
    }

    /** Named after a dispute: nobody returns it any more. */
    Returning byDesignation() {
        return new Returning(true, kept, null, returns);
    }

    /** Whether a unit has returned it before: a second return is a dispute (domain 0.4). */
    boolean isDispute() {
        return returns > 0;
    }

    ReturnRight right() {
        return new ReturnRight(designated, kept, until);
    }
}
