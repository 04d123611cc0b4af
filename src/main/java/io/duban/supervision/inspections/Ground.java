package io.duban.supervision.inspections;

import io.duban.supervision.matters.Brief;
import io.duban.supervision.matters.SupervisionMatter;
import java.util.Set;
import java.util.UUID;

/** On what an inspection stands: its matter, and the unit that is inspected. */
record Ground(SupervisionMatter matter, UUID unitId) {

    private static final Set<Brief.Kind> OF_GROUPS =
            Set.of(Brief.Kind.COMPREHENSIVE, Brief.Kind.SPECIAL, Brief.Kind.INCIDENT_INVESTIGATION);

    /** Whether two inspectors sign the record, and a planned group has a leader (domain 2.4.3, 政府督查工作条例 art. 8). */
    static boolean takesTwo(SupervisionMatter matter) {
        return OF_GROUPS.contains(matter.brief().kind());
    }

    boolean takesTwo() {
        return takesTwo(matter);
    }
}
