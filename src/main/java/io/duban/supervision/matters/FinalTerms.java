package io.duban.supervision.matters;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the approver sets when he opens a matter: the final objects, scope and duration (domain 2.4.1 T4). What he leaves out stays as it was put
 * up.
 *
 * @param objectUnitIds null or empty: as it was put up
 */
record FinalTerms(
        @Nullable Set<UUID> objectUnitIds,
        @Nullable String scope,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo) {

    SupervisionMatter appliedTo(SupervisionMatter matter) {
        var origin = matter.origin().during(periodFrom, periodTo);
        var brief = matter.brief().about(objects(matter.brief()));
        origin.requireComplete(brief);
        return matter.with(
                brief,
                matter.term(),
                origin,
                scope == null ? matter.course() : matter.course().scoped(scope));
    }

    Set<UUID> objects(Brief brief) {
        return objectUnitIds == null || objectUnitIds.isEmpty() ? brief.objectUnitIds() : objectUnitIds;
    }
}
