package io.duban.supervision.matters;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a matter knows of a conclusion: a reading of the conclusion's own rows, never written here.
 *
 * @param issuedAt when it went to its objects; null while it is being written or reviewed
 * @param objectionOpen whether an object's objection is not decided
 * @param rectifyBy until when the first thing that is not put right has to be; null when there is none
 */
@Table("inspection_conclusion")
record ConclusionRecord(
        @Id UUID id,
        long version,
        UUID matterId,
        String status,
        @Nullable Instant issuedAt,
        boolean objectionOpen,
        @Nullable Instant rectifyBy,
        Set<UUID> unitIds,
        Set<UUID> participantIds) {

    /** Whether this officer may know of it: before its issue only the office does, after it the objects too. */
    boolean isShown(Officer officer, Permissions permissions) {
        var permission = issuedAt == null ? "supervision:create" : "conclusion:read";
        return permissions.reach(officer, permission).covers(unitIds, participantIds);
    }
}
