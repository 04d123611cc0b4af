package io.duban.supervision.inspections;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be inspected; settled when the inspection is planned or, without a plan, begun.
 *
 * @param unitId the unit that is inspected; its head answers the record
 * @param announced whether the unit is told before; false is 暗访, and all that was begun without a plan
 * @param plannedById null when nobody planned it
 * @param standards what is to be checked against
 */
record Mission(
        UUID matterId,
        String title,
        UUID unitId,
        boolean announced,
        @Nullable UUID plannedById,
        @Nullable Instant plannedAt,
        @Nullable Instant plannedFor,
        List<String> standards) {

    static Mission unplanned(UUID matterId, String title, UUID unitId) {
        return new Mission(matterId, title, unitId, false, null, null, null, List.of());
    }
}
