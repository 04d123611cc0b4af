package io.duban.supervision.inspections;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.uploads.Declaration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of the phone: any part of one inspection. Everything in it has an id that the phone made, so that messages may come twice, in pieces and
 * in any order.
 *
 * @param start null where the inspection is known to have begun
 */
record FieldWork(
        @Nullable Start start,
        List<Found> findings,
        List<Declaration> photos,
        @Nullable VisitRecord record) {

    /** A list that a message leaves out or sends as null is an empty one. */
    FieldWork {
        findings = findings == null ? List.of() : findings;
        photos = photos == null ? List.of() : photos;
    }

    /**
     * The beginning.
     *
     * @param unitId the unit that is inspected; null where a plan or the matter's only host says it
     * @param startedAt the device's time
     */
    record Start(
            UUID id,
            @Nullable UUID unitId,
            String place,
            Visit.@Nullable Position position,
            @Nullable Instant startedAt) {}

    /** One finding; the parts are those of {@link InspectionFinding}. */
    record Found(
            UUID id,
            int number,
            String standard,
            InspectionFinding.Result result,
            @Nullable String note,
            @Nullable Instant foundAt,
            Set<UUID> photoIds) {

        Found {
            photoIds = photoIds == null ? Set.of() : photoIds;
        }
    }

    /** The record; it names every finding and every declared photo. */
    record VisitRecord(
            UUID id,
            @Nullable Instant madeAt,
            Set<UUID> findingIds,
            Set<UUID> photoIds,
            @Nullable String objectStatement,
            int peopleMet,
            @Nullable UUID secondInspectorId) {

        VisitRecord {
            photoIds = photoIds == null ? Set.of() : photoIds;
        }
    }

    static FieldWork beginning(Start start) {
        return new FieldWork(start, List.of(), List.of(), null);
    }

    static FieldWork naming(List<Declaration> photos) {
        return new FieldWork(null, List.of(), photos, null);
    }

    /** What came under an id that stands for something else. */
    static Refusal otherContent() {
        return Refusal.of(
                RefusalCode.E_GEN_IDEMPOTENCY_CONFLICT,
                "这个编号已用于另一内容,请换一个编号。",
                "This id is taken by another content; make another.");
    }
}
