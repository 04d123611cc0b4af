package io.duban.supervision.inspections;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.uploads.DeclaredFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a message of the phone makes of an inspection. What is here already is left as it is, whatever state the inspection has reached; so messages
 * that come twice, in pieces or out of order end in the same state.
 *
 * @param before null when the message made the inspection
 * @param fresh findings that were not here
 * @param declared photos that were not named before
 */
record Progress(
        @Nullable InspectionFile before,
        InspectionFile after,
        List<InspectionFinding> fresh,
        List<DeclaredFile> declared) {

    /**
     * @param declared of the message's photos those that were not named before
     * @param answerBy until when the inspected unit answers, should the record take effect now
     */
    static Progress of(
            FieldWork work,
            @Nullable InspectionFile known,
            List<DeclaredFile> declared,
            Ground ground,
            Deadline answerBy,
            Command command) {
        var begun = begun(work, known, ground, command);
        var fresh = fresh(work, begun, command);
        var inspection = handedIn(work, begun, ground, command);
        if (!fresh.isEmpty()) {
            inspection = inspection.withFindings(fresh, command);
        }
        if (!declared.isEmpty()) {
            inspection = inspection.withDeclared(
                    declared.stream().map(DeclaredFile::id).collect(Collectors.toSet()), command);
        }
        var file = new InspectionFile(
                inspection,
                all(begun.findings(), fresh),
                begun.photos(),
                begun.marks(),
                begun.declared().with(declared));
        var progress = new Progress(known, settled(file, answerBy, command), fresh, declared);
        return progress.changesNothing() || known == null ? progress : progress.next(command);
    }

    boolean changesNothing() {
        return before != null
                && before.inspection().equals(after.inspection())
                && fresh.isEmpty()
                && declared.isEmpty();
    }

    boolean isBegunNow() {
        return before == null || !before.inspection().isBegun();
    }

    boolean isHandedInNow() {
        var record = after.inspection().sheet().recordId();
        return record != null
                && (before == null || !record.equals(before.inspection().sheet().recordId()));
    }

    /** The record took effect. */
    boolean isRecordedNow() {
        return after.inspection().isRecorded()
                && (before == null || !before.inspection().isRecorded());
    }

    /** For whose countersignature it waited before; empty for nobody's. */
    Set<UUID> signerBefore() {
        return before == null ? Set.of() : before.awaitedSigner();
    }

    boolean findsHazard() {
        return fresh.stream().anyMatch(InspectionFinding::isHazard);
    }

    private static InspectionFile begun(
            FieldWork work, @Nullable InspectionFile known, Ground ground, Command command) {
        var start = work.start();
        if (known == null) {
            ground.matter().requireUnderWay("INSPECT");
            return InspectionFile.of(InspectionOpening.begun(Objects.requireNonNull(start), ground, command));
        }
        if (start == null) {
            return known;
        }
        if (!known.inspection().isBegun()) {
            ground.matter().requireUnderWay("INSPECT");
            return known.with(known.inspection().begin(start, command));
        }
        if (!isSame(start, known.inspection(), command)) {
            throw FieldWork.otherContent();
        }
        return known;
    }

    private static boolean isSame(FieldWork.Start start, FieldInspection begun, Command command) {
        return command.officer().id().equals(begun.team().authorId())
                && (start.unitId() == null
                        || start.unitId().equals(begun.mission().unitId()))
                && start.place().equals(begun.visit().place())
                && Objects.equals(start.position(), begun.visit().position())
                && Objects.equals(start.startedAt(), begun.visit().startedAt());
    }

    private static List<InspectionFinding> fresh(FieldWork work, InspectionFile file, Command command) {
        Map<UUID, InspectionFinding> here =
                file.findings().stream().collect(Collectors.toMap(InspectionFinding::id, Function.identity()));
        var fresh = new ArrayList<InspectionFinding>();
        for (var found : work.findings()) {
            var finding = InspectionFinding.of(found, file.id(), command.now());
            var same = here.putIfAbsent(finding.id(), finding);
            if (same == null) {
                fresh.add(finding);
            } else if (!same.saysTheSameAs(finding)) {
                throw FieldWork.otherContent();
            }
        }
        return fresh;
    }

    private static FieldInspection handedIn(FieldWork work, InspectionFile file, Ground ground, Command command) {
        var inspection = file.inspection();
        var record = work.record();
        if (record == null) {
            return inspection;
        }
        if (inspection.sheet().isHandedIn()
                && record.id().equals(inspection.sheet().recordId())) {
            requireSame(record, inspection);
            return inspection;
        }
        if (inspection.sheet().isHandedIn() && !inspection.sheet().isOlderThan(record)) {
            requireUnsettled(inspection);
            return inspection;
        }
        ground.matter().requireUnderWay(InspectionMove.SUBMIT_RECORD.name());
        var handedIn = inspection.handIn(record, ground.takesTwo(), command);
        handedIn.sheet().requireNames(file.findings(), file.declaredIds());
        return handedIn;
    }

    /** What an earlier record said, a later one has corrected before anybody signed it; once it is in, it stands. */
    private static void requireUnsettled(FieldInspection inspection) {
        if (inspection.isRecorded()) {
            throw Refusal.illegalState(
                    InspectionMove.SUBMIT_RECORD.name(), inspection.status().name(), List.of());
        }
    }

    private static void requireSame(FieldWork.VisitRecord record, FieldInspection inspection) {
        var second = record.secondInspectorId();
        if (!inspection.sheet().saysTheSameAs(record)
                || second != null && !second.equals(inspection.team().secondInspectorId())) {
            throw FieldWork.otherContent();
        }
    }

    private static InspectionFile settled(InspectionFile file, Deadline answerBy, Command command) {
        var inspection = file.inspection();
        var settles =
                !inspection.isRecorded() && file.isWhole() && !inspection.team().lacksCountersignature();
        return settles ? file.with(inspection.submitted(ObjectAnswer.awaited(answerBy), command.now())) : file;
    }

    private Progress next(Command command) {
        return new Progress(before, after.with(after.inspection().next(command.now())), fresh, declared);
    }

    private static List<InspectionFinding> all(List<InspectionFinding> here, List<InspectionFinding> fresh) {
        var all = new ArrayList<>(here);
        all.addAll(fresh);
        all.sort(Comparator.comparingInt(InspectionFinding::number).thenComparing(InspectionFinding::id));
        return List.copyOf(all);
    }
}
