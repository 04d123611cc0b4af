package io.duban.supervision.inspections;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** What was found when one thing was checked against its standard. */
@Table("inspection_finding")
record InspectionFinding(
        @Id UUID id,
        UUID inspectionId,
        int placeInList,
        String standard,
        Result result,
        @Nullable String note) {

    boolean isHazard() {
        return result == Result.HAZARD;
    }

    enum Result {
        OK,
        PROBLEM,
        HAZARD
    }
}
