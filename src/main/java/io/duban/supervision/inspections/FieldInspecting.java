package io.duban.supervision.inspections;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.evidence.Intake;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.uploads.Declaration;
import io.duban.platform.uploads.Declaring;
import io.duban.supervision.matters.SupervisionMatters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** On the spot: begun on a phone that may be without network, and sent whole or in pieces, in any order. */
@Component
class FieldInspecting {

    private final SupervisionMatters matters;
    private final InspectionFiles inspections;
    private final InspectionFindings findings;
    private final InspectionGround ground;
    private final Declaring declaring;
    private final Deadlines deadlines;

    FieldInspecting(
            SupervisionMatters matters,
            InspectionFiles inspections,
            InspectionFindings findings,
            InspectionGround ground,
            Declaring declaring,
            Deadlines deadlines) {
        this.matters = matters;
        this.inspections = inspections;
        this.findings = findings;
        this.ground = ground;
        this.declaring = declaring;
        this.deadlines = deadlines;
    }

    /** What was found, as a record brings it along. */
    record Noted(
            String standard,
            InspectionFinding.Result result,
            @Nullable String note,
            Set<UUID> photoIds) {

        Noted {
            photoIds = photoIds == null ? Set.of() : photoIds;
        }
    }

    /** A record with its findings, of a phone that is online. */
    record Handed(
            List<Noted> findings,
            @Nullable String objectStatement,
            int peopleMet,
            @Nullable UUID secondInspectorId) {}

    /** Takes a message that carries the beginning; the inspection may be here already, or planned, or new. */
    Mono<Outcome<InspectionFile>> take(UUID matterId, FieldWork work, Command command) {
        if (!command.officer().has(FIELD_SUPERVISOR, SUPERVISOR, SUPERVISION_CHIEF)) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "现场核查由督查人员进行。", "Inspections are made by the supervision office."));
        }
        var start = work.start();
        return inspections
                .find(start.id())
                .flatMap(known -> known.inspection().mission().matterId().equals(matterId)
                        ? taken(known, work, command)
                        : Mono.error(FieldWork.otherContent()))
                .switchIfEmpty(Mono.defer(
                        () -> matters.require(matterId, command.access().reach())
                                .flatMap(matter -> ground.of(matter, start.unitId()))
                                .flatMap(where -> taken(start.id(), null, where, work, command))));
    }

    /** The record with all its findings at once, as it was seen; what was sent before belongs to it too. */
    Mono<Outcome<InspectionFile>> submitRecord(UUID inspectionId, Handed handed, Command command) {
        return inspections.requireInReach(inspectionId, command.access()).flatMap(file -> {
            if (command.seenVersion() != file.version()) {
                return Mono.error(Refusal.stale(file.version()));
            }
            return taken(file, work(file, handed), command);
        });
    }

    Mono<Outcome<InspectionFile>> declare(UUID inspectionId, List<Declaration> photos, Command command) {
        return inspections
                .requireInReach(inspectionId, command.access())
                .flatMap(file -> taken(file, FieldWork.naming(photos), command));
    }

    private Mono<Outcome<InspectionFile>> taken(InspectionFile known, FieldWork work, Command command) {
        var mission = known.inspection().mission();
        return matters.findById(mission.matterId())
                .flatMap(matter -> taken(known.id(), known, new Ground(matter, mission.unitId()), work, command));
    }

    private Mono<Outcome<InspectionFile>> taken(
            UUID id, @Nullable InspectionFile known, Ground where, FieldWork work, Command command) {
        return requireFree(id, work)
                .then(requireSecond(work))
                .then(declaring.declare(InspectionFile.SUBJECT_TYPE, id, Intake.PHOTO, work.photos(), command))
                .zipWith(deadlines.start(
                        RecordAnswering.RULE,
                        InspectionFile.SUBJECT_TYPE,
                        id,
                        RecordAnswering.OBJECT_ANSWER,
                        command.now()))
                .map(named -> FieldWorkOutcome.of(
                        Progress.of(work, known, named.getT1(), where, named.getT2(), command),
                        where.matter(),
                        named.getT2(),
                        command));
    }

    /** A finding's id that another inspection has is taken. */
    private Mono<Void> requireFree(UUID id, FieldWork work) {
        var ids = work.findings().stream().map(FieldWork.Found::id).toList();
        return ids.isEmpty()
                ? Mono.empty()
                : findings.findByIdIn(ids)
                        .any(finding -> !finding.inspectionId().equals(id))
                        .flatMap(taken -> taken ? Mono.error(FieldWork.otherContent()) : Mono.empty());
    }

    private Mono<Void> requireSecond(FieldWork work) {
        var record = work.record();
        return record == null || record.secondInspectorId() == null
                ? Mono.empty()
                : ground.requireInspectors(Set.of(record.secondInspectorId()), "/secondInspectorId");
    }

    private static FieldWork work(InspectionFile file, Handed handed) {
        var number = file.findings().stream()
                .mapToInt(InspectionFinding::number)
                .max()
                .orElse(0);
        var found = new ArrayList<FieldWork.Found>();
        var findingIds = new HashSet<UUID>();
        var photoIds = new HashSet<>(file.declaredIds());
        file.findings().forEach(finding -> {
            findingIds.add(finding.id());
            photoIds.addAll(finding.photoIds());
        });
        for (var noted : handed.findings()) {
            var id = UuidCreator.getTimeOrderedEpoch();
            findingIds.add(id);
            photoIds.addAll(noted.photoIds());
            found.add(new FieldWork.Found(
                    id,
                    number + found.size() + 1,
                    noted.standard(),
                    noted.result(),
                    noted.note(),
                    null,
                    noted.photoIds()));
        }
        var record = new FieldWork.VisitRecord(
                UuidCreator.getTimeOrderedEpoch(),
                null,
                findingIds,
                photoIds,
                handed.objectStatement(),
                handed.peopleMet(),
                handed.secondInspectorId());
        return new FieldWork(null, found, List.of(), record);
    }
}
