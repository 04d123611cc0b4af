package io.duban.hotline.tickets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket hangs together with.
 *
 * @param parentId the ticket it was merged into (合并)
 * @param reopenOf the closed ticket it takes up again
 * @param instructionId the leader's instruction it was escalated to
 * @param matterId the supervision matter it was escalated to
 * @param closedByUpstream the platform above closed it first
 */
record Lineage(
        @Nullable UUID parentId,
        @Nullable UUID reopenOf,
        @Nullable UUID instructionId,
        @Nullable UUID matterId,
        boolean closedByUpstream) {

    static final Lineage NONE = new Lineage(null, null, null, null, false);

    /** Merged into that ticket; null: on its own again. */
    Lineage under(@Nullable UUID parent) {
        return new Lineage(parent, reopenOf, instructionId, matterId, closedByUpstream);
    }
}
