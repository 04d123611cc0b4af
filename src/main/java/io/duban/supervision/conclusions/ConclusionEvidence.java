package io.duban.supervision.conclusions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One record a conclusion rests on (证据).
 *
 * @param sourceId of the inspection, of the feedback's entry in the time line, or of the file
 * @param unitId whose feedback it is, so that no other object reads of it; null for what speaks of every object
 */
@Table("conclusion_evidence")
record ConclusionEvidence(
        @Id UUID id,
        UUID conclusionId,
        int round,
        int placeInList,
        Kind kind,
        UUID sourceId,
        @Nullable UUID unitId) {

    boolean isAbout(UUID unit) {
        return unitId == null || unitId.equals(unit);
    }

    /** Whether it was found outside of what a unit wrote into the app (domain D1). */
    boolean isIndependent() {
        return kind != Kind.FINAL_FEEDBACK;
    }

    enum Kind {
        FIELD_INSPECTION,
        FINAL_FEEDBACK,
        STORED_FILE
    }
}
