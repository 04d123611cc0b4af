package io.duban.supervision.inspections;

import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of a visit (核查记录) without its findings. It names all that belongs to it, so that it can wait for what is still on its way.
 *
 * @param recordId made by the phone; null until the record was handed in
 * @param recordMadeAt the device's time
 * @param recordReceivedAt the server's, when it was handed in
 * @param recordedAt the server's, when it took effect: all it names was here, and the second inspector had countersigned
 * @param peopleMet a number only: whom the inspectors met stays protected
 */
record RecordSheet(
        @Nullable UUID recordId,
        @Nullable Instant recordMadeAt,
        @Nullable Instant recordReceivedAt,
        @Nullable Instant recordedAt,
        Set<UUID> findingIds,
        Set<UUID> photoIds,
        @Nullable String objectStatement,
        @Nullable Integer peopleMet) {

    static final RecordSheet NONE = new RecordSheet(null, null, null, null, Set.of(), Set.of(), null, null);

    static RecordSheet of(FieldWork.VisitRecord record, Instant now) {
        return new RecordSheet(
                record.id(),
                record.madeAt(),
                now,
                null,
                record.findingIds(),
                record.photoIds(),
                record.objectStatement(),
                record.peopleMet());
    }

    RecordSheet effective(Instant now) {
        return new RecordSheet(
                recordId, recordMadeAt, recordReceivedAt, now, findingIds, photoIds, objectStatement, peopleMet);
    }

    boolean isHandedIn() {
        return recordId != null;
    }

    /** Whether a record was made after this one, by the phone's own clock, which made both. */
    boolean isOlderThan(FieldWork.VisitRecord record) {
        return record.madeAt() != null
                && (recordMadeAt == null || record.madeAt().isAfter(recordMadeAt));
    }

    /** Whether a record says the same as this one: a phone may send it twice. */
    boolean saysTheSameAs(FieldWork.VisitRecord record) {
        return Objects.equals(recordMadeAt, record.madeAt())
                && findingIds.equals(record.findingIds())
                && photoIds.equals(record.photoIds())
                && Objects.equals(objectStatement, record.objectStatement())
                && Objects.equals(peopleMet, record.peopleMet());
    }

    /** What was handed in names everything; what it leaves out does not belong to it, whichever of the two came first. */
    void requireNames(Collection<InspectionFinding> findings, Collection<UUID> photos) {
        var namesAll = !isHandedIn()
                || findings.stream()
                                .allMatch(finding ->
                                        findingIds.contains(finding.id()) && photoIds.containsAll(finding.photoIds()))
                        && photoIds.containsAll(photos);
        if (!namesAll) {
            throw Refusal.invalid(
                    "/record",
                    "核查记录没有列明这项发现或这张照片,不能再补入;请另行核查。",
                    "The record does not name this finding or photo, so it does not belong to it.");
        }
    }
}
