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

    ReturnRight right() {
        return new ReturnRight(designated, kept, until);
    }
}
