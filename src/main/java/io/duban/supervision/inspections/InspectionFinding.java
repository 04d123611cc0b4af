package io.duban.supervision.inspections;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What was found when one thing was checked against its standard; never changed.
 *
 * @param id made by the phone
 * @param number its place in the record, from 1
 * @param foundAt the device's time; null when not told
 * @param receivedAt the server's
 * @param photoIds declared photos that show it; they may come later
 */
@Table("inspection_finding")
record InspectionFinding(
        @Id UUID id,
        UUID inspectionId,
        int number,
        String standard,
        Result result,
        @Nullable String note,
        @Nullable Instant foundAt,
        Instant receivedAt,
        Set<UUID> photoIds) {

    static InspectionFinding of(FieldWork.Found found, UUID inspectionId, Instant now) {
        return new InspectionFinding(
                found.id(),
                inspectionId,
                found.number(),
                found.standard(),
                found.result(),
                found.note(),
                found.foundAt(),
                now,
                found.photoIds());
    }

    boolean isHazard() {
        return result == Result.HAZARD;
    }

    /** Whether a finding says the same as this one: a phone may send it twice. */
    boolean saysTheSameAs(InspectionFinding other) {
        return inspectionId.equals(other.inspectionId)
                && number == other.number
                && standard.equals(other.standard)
                && result == other.result
                && Objects.equals(note, other.note)
                && Objects.equals(foundAt, other.foundAt)
                && photoIds.equals(other.photoIds);
    }

    enum Result {
        OK,
        PROBLEM,
        HAZARD
    }
}
