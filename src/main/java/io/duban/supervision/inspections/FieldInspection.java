package io.duban.supervision.inspections;

import static io.duban.supervision.inspections.InspectionMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A look on the spot (现场核查); every change goes through an {@link InspectionMove}. A step keeps the version, since one message may bring several:
 * {@link #next} makes the next one, once for each command.
 *
 * @param unitIds units that may read it once its record is in
 */
@Table("field_inspection")
record FieldInspection(
        @Id UUID id,
        long version,
        FieldInspectionStatus status,
        @Embedded.Empty Mission mission,
        @Embedded.Empty Team team,
        @Embedded.Empty Visit visit,
        @Embedded.Empty RecordSheet sheet,
        @Embedded.Empty ObjectAnswer answer,
        @Embedded.Empty Ending ending,
        @Embedded.Empty Danger danger,
        Instant changedAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Versioned {

    /** The planned inspection is begun by one of those whom the plan names. */
    FieldInspection begin(FieldWork.Start start, Command command) {
        BEGIN.check(status, command.seenVersion(), command);
        InspectionHands.requireOneOf(team.inspectorIds(), command);
        return with(
                BEGIN,
                team.begunBy(command.officer().id()),
                Visit.begun(start, command.now()),
                sheet,
                answer,
                ending,
                danger);
    }

    FieldInspection callOff(String reason, Command command) {
        CALL_OFF.check(status, version, command);
        return with(CALL_OFF, team, visit, sheet, answer, ended(reason, command), danger);
    }

    FieldInspection withFindings(List<InspectionFinding> fresh, Command command) {
        ADD_FINDING.check(status, command.seenVersion(), command);
        InspectionHands.requireAuthor(this, command);
        sheet.requireNames(fresh, Set.of());
        var found = danger.found(fresh.stream().anyMatch(InspectionFinding::isHazard));
        return with(ADD_FINDING, team, visit, sheet, answer, ending, found);
    }

    FieldInspection withDeclared(Set<UUID> photos, Command command) {
        DECLARE_PHOTO.check(status, command.seenVersion(), command);
        sheet.requireNames(List.of(), photos);
        return with(DECLARE_PHOTO, team, visit, sheet, answer, ending, danger);
    }

    /** A phone uploads several photos without looking between them, so no version is asked for. */
    FieldInspection withPhoto(InspectionMove move, Command command) {
        move.check(status, command.seenVersion(), command);
        return with(move, team, visit, sheet, answer, ending, danger);
    }

    /** The record is handed in; it takes effect by {@link #submitted}, perhaps in the same breath. */
    FieldInspection handIn(FieldWork.VisitRecord record, boolean twoNeeded, Command command) {
        SUBMIT_RECORD.check(status, command.seenVersion(), command);
        InspectionHands.requireAuthor(this, command);
        var signers = team.withSecond(record.secondInspectorId(), twoNeeded, command.persons());
        return new FieldInspection(
                id,
                version,
                status,
                mission,
                signers,
                visit,
                RecordSheet.of(record, command.now()),
                answer,
                ending,
                danger,
                changedAt,
                unitIds,
                participants(signers));
    }

    /** Nothing is missing any longer: the record is in, and the inspected unit is asked. */
    FieldInspection submitted(ObjectAnswer awaited, Instant now) {
        return with(SUBMIT_RECORD, team, visit, sheet.effective(now), awaited, ending, danger);
    }

    /** By the second inspector, who sees the whole record: then it is in. */
    FieldInspection countersign(ObjectAnswer awaited, Command command) {
        COUNTERSIGN.check(status, version, command);
        InspectionHands.requireSecond(this, command);
        var now = command.now();
        return with(COUNTERSIGN, team.countersigned(now), visit, sheet.effective(now), awaited, ending, danger);
    }

    FieldInspection answered(InspectionMove verdict, @Nullable String words, Command command) {
        verdict.check(status, version, command);
        InspectionHands.requireObject(this, verdict, words, command);
        var given = answer.given(command.officer().id(), words, command.now());
        return with(verdict, team, visit, sheet, given, ending, danger);
    }

    FieldInspection close(InspectionMove move, @Nullable String note, Command command) {
        move.check(status, version, command);
        InspectionHands.requireCloser(this, move, note, command);
        return with(move, team, visit, sheet, answer, ended(note, command), danger);
    }

    /** The duty officer hears of it by the stream and answers at once; he has no version to have seen. */
    FieldInspection acknowledgeHazard(@Nullable String note, Command command) {
        ACKNOWLEDGE_HAZARD.check(status, command.seenVersion(), command);
        InspectionHands.requireHazard(this);
        return with(ACKNOWLEDGE_HAZARD, team, visit, sheet, answer, ending, danger.noted(note, command));
    }

    boolean isRecorded() {
        return sheet.recordedAt() != null;
    }

    boolean isBegun() {
        return visit.begunAt() != null;
    }

    /** Begun without network, an inspection starts when the device says so; null while it is only planned. */
    @Nullable
    Instant start() {
        var device = visit.startedAt();
        var server = visit.begunAt();
        return device == null || server == null || device.isAfter(server) ? server : device;
    }

    /** As a command leaves it: the next version, however many steps it took. */
    FieldInspection next(Instant now) {
        return new FieldInspection(
                id,
                version + 1,
                status,
                mission,
                team,
                visit,
                sheet,
                answer,
                ending,
                danger,
                now,
                unitIds,
                participantIds);
    }

    private FieldInspection with(
            InspectionMove move, Team by, Visit where, RecordSheet record, ObjectAnswer said, Ending end, Danger seen) {
        return new FieldInspection(
                id,
                version,
                move.after(status),
                mission,
                by,
                where,
                record,
                said,
                end,
                seen,
                changedAt,
                unitIds,
                participantIds);
    }

    private Ending ended(@Nullable String words, Command command) {
        return new Ending(command.officer().id(), command.now(), words);
    }

    private Set<UUID> participants(Team signers) {
        var people = new HashSet<>(participantIds);
        people.addAll(signers.all());
        return people;
    }
}
