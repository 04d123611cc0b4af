package io.duban.supervision.inspections;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.inspections.InspectionMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.MatterClosing;
import io.duban.supervision.matters.MatterEntry;
import io.duban.supervision.matters.MatterFile;
import io.duban.supervision.matters.SupervisionMatter;
import io.duban.supervision.matters.SupervisionMatters;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** On the spot: begun on a phone that may be without network, recorded, and a hazard told to the duty officer at once. */
@Component
class FieldInspecting {

    private final SupervisionMatters matters;
    private final InspectionFiles inspections;

    FieldInspecting(SupervisionMatters matters, InspectionFiles inspections) {
        this.matters = matters;
        this.inspections = inspections;
    }

    /** A beginning; the phone made the id. */
    record Start(
            UUID id,
            String place,
            FieldInspection.Position position,
            @Nullable Instant startedAt) {}

    /** What was found, before it has an id. */
    record Found(
            String standard,
            InspectionFinding.Result result,
            @Nullable String note) {}

    /** The record of a visit. */
    record VisitRecord(List<Found> findings, @Nullable String objectStatement, int peopleMet) {}

    Mono<Outcome<InspectionFile>> begin(UUID matterId, Start start, Command command) {
        if (!command.officer().has(FIELD_SUPERVISOR, SUPERVISOR, SUPERVISION_CHIEF)) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "现场核查由督查人员进行。", "Inspections are made by the supervision office."));
        }
        return inspections
                .find(start.id())
                .map(known -> sentBefore(known, matterId, command))
                .switchIfEmpty(Mono.defer(
                        () -> matters.require(matterId, command.access().reach())
                                .map(matter -> begun(matter, start, command))));
    }

    Mono<Outcome<InspectionFile>> submitRecord(UUID inspectionId, VisitRecord visit, Command command) {
        return inspections
                .requireInReach(inspectionId, command.access())
                .flatMap(file -> matters.findById(file.inspection().matterId())
                        .map(matter -> recorded(matter, file.inspection(), visit, command)));
    }

    Mono<Outcome<InspectionFile>> acknowledgeHazard(UUID inspectionId, @Nullable String note, Command command) {
        return inspections
                .requireInReach(inspectionId, command.access())
                .map(file ->
                        new InspectionFile(file.inspection().acknowledgeHazard(command), file.findings(), List.of()))
                .map(file -> Outcome.about(file)
                        .updating(file.inspection())
                        .inserting(MatterEntry.of(
                                ACKNOWLEDGE_HAZARD, file.inspection().matterId(), note, command))
                        .closing(ACKNOWLEDGE_HAZARD.name())
                        .announcing("hazardAcknowledged", Priority.INFO, command.now()));
    }

    private static Outcome<InspectionFile> sentBefore(InspectionFile known, UUID matterId, Command command) {
        var same = known.inspection().matterId().equals(matterId)
                && known.inspection().authorId().equals(command.officer().id());
        if (!same) {
            throw Refusal.of(RefusalCode.E_GEN_IDEMPOTENCY_CONFLICT, "这个编号已被使用。", "This id is taken; make another.");
        }
        return Outcome.unchanged(known);
    }

    private static Outcome<InspectionFile> begun(SupervisionMatter matter, Start start, Command command) {
        matter.requireUnderWay("INSPECT");
        var inspection = FieldInspection.begun(start, matter, command);
        // The matter stays untouched: a new version of it would announce a visit that is unannounced.
        return Outcome.about(InspectionFile.of(inspection))
                .inserting(inspection)
                .announcing("begun", Priority.INFO, command.now());
    }

    private static Outcome<InspectionFile> recorded(
            SupervisionMatter matter, FieldInspection before, VisitRecord visit, Command command) {
        var findings = findings(before.id(), visit.findings());
        var inspection = before.submitRecord(findings, visit.objectStatement(), visit.peopleMet(), command);
        matter.requireUnderWay(SUBMIT_RECORD.name());
        var file = new InspectionFile(inspection, findings, List.of());
        var outcome = Outcome.about(file)
                .updating(inspection)
                .updating(matter.touched(command.now()))
                .inserting(MatterEntry.of(SUBMIT_RECORD, matter.id(), visit.objectStatement(), command))
                .including(Outcome.about(MatterFile.drafted(matter)).closing(MatterClosing.INSPECT))
                .announcing(Event.of("recordSubmitted", Priority.INFO, file, command.now())
                        .to(matter.hands().supervisors()));
        findings.forEach(outcome::inserting);
        return inspection.hazard() ? alarming(file, outcome, command.now()) : outcome;
    }

    /** Seen under the row of the duty room, which does not read supervision otherwise. */
    private static Outcome<InspectionFile> alarming(InspectionFile file, Outcome<InspectionFile> outcome, Instant now) {
        return outcome.opening(ACKNOWLEDGE_HAZARD.name(), Assignee.holders(DUTY_OFFICER), null)
                .announcing(new Event(
                        InspectionFile.SUBJECT_TYPE + ".hazardFound",
                        Priority.URGENT,
                        InspectionFile.SUBJECT_TYPE,
                        file.id(),
                        file.version(),
                        file.title(),
                        file.state(),
                        new Audience(
                                "duty:ack-urgent",
                                file.inspection().unitIds(),
                                file.inspection().participantIds()),
                        Set.of(),
                        null,
                        AlertLight.NONE,
                        now));
    }

    private static List<InspectionFinding> findings(UUID inspectionId, List<Found> found) {
        return IntStream.range(0, found.size())
                .mapToObj(i -> new InspectionFinding(
                        UuidCreator.getTimeOrderedEpoch(),
                        inspectionId,
                        i,
                        found.get(i).standard(),
                        found.get(i).result(),
                        found.get(i).note()))
                .toList();
    }
}
