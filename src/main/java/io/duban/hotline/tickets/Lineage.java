package io.duban.hotline.tickets;

import io.duban.platform.events.Facts;
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

    /** As {@link #withMatter}: the instruction that came last. */
    Lineage withInstruction(UUID instruction) {
        return new Lineage(parentId, reopenOf, instruction, matterId, closedByUpstream);
    }

    /** It became a matter of supervision, and goes on. */
    Lineage withMatter(UUID matter) {
        return new Lineage(parentId, reopenOf, instructionId, matter, closedByUpstream);
    }

    void state(Facts facts) {
        facts.with("parentId", parentId)
                .with("reopenOf", reopenOf)
                .with("closedByUpstream", closedByUpstream ? true : null);
    }

    static Lineage reopening(UUID ticketId) {
        return new Lineage(null, ticketId, null, null, false);
    }

    /** No longer a child of another ticket, and open again above. */
    Lineage onItsOwn() {
        return new Lineage(null, reopenOf, instructionId, matterId, false);
    }

    Lineage endedUpstream() {
        return new Lineage(parentId, reopenOf, instructionId, matterId, true);
    }

    /** Merged into that ticket; null: on its own again. */
    Lineage under(@Nullable UUID parent) {
        return new Lineage(parent, reopenOf, instructionId, matterId, closedByUpstream);
    }
}
