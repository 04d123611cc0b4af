package io.duban.hotline.catalog;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kind of demand, and who handles it.
 *
 * @param parentCode null at the top of the tree
 * @param hostUnitId who handles it; null for what is only a heading, or is dispatched by judgement
 * @param urgency null: as the dispatcher finds it
 * @param statutory the period a law gives; null: the profile's
 * @param resolutionHours what an imported catalogue names as usual, for the dispatcher to see; no clock runs by it, since no law gives it
 * @param takenByAllLower every subdistrict and township has it on its list of duties (事项清单)
 * @param takenBy subdistricts and townships that have it on theirs
 */
public record Category(
        String code,
        @Nullable String parentCode,
        String name,
        boolean active,
        @Nullable UUID hostUnitId,
        Set<UUID> coUnitIds,
        @Nullable CategoryUrgency urgency,
        @Nullable StatutoryPeriod statutory,
        @Nullable Integer resolutionHours,
        boolean placeNeeded,
        boolean takenByAllLower,
        Set<UUID> takenBy,
        List<String> searchWords) {

    /** Whether it is a duty of this subdistrict or township. */
    public boolean isDutyOf(UUID lowerUnit) {
        return takenByAllLower || takenBy.contains(lowerUnit) || lowerUnit.equals(hostUnitId);
    }
}
