package io.duban.supervision.inspections;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.inspections.InspectionMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.MatterClosing;
import io.duban.supervision.matters.MatterEntry;
import io.duban.supervision.matters.MatterFile;
import io.duban.supervision.matters.SupervisionMatter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is written of a message from the spot: its rows, who is told, and whose turn it is. A hazard is told to the duty officer at once. */
final class FieldWorkOutcome {

    private FieldWorkOutcome() {}

    static Outcome<InspectionFile> of(Progress progress, SupervisionMatter matter, Deadline answerBy, Command command) {
        var file = progress.after();
        if (progress.changesNothing()) {
            return Outcome.unchanged(file);
        }
        var outcome = Outcome.about(file);
        if (progress.before() == null) {
            outcome.inserting(file.inspection());
        } else {
            outcome.updating(file.inspection());
        }
        progress.fresh().forEach(outcome::inserting);
        progress.declared().forEach(outcome::inserting);
        tellSteps(progress, outcome, command.now());
        if (progress.findsHazard()) {
            alarm(file, outcome, command.now());
        }
        if (progress.isRecordedNow()) {
            recorded(file, matter, answerBy, outcome, command);
        } else if (!file.awaitedSigner().equals(progress.signerBefore())) {
            progress.signerBefore().forEach(second -> outcome.closing(COUNTERSIGN.name(), second));
            file.awaitedSigner().forEach(second -> outcome.opening(COUNTERSIGN.name(), Assignee.person(second), null));
        }
        return outcome;
    }

    /**
     * The record is in: the matter has it, and the inspected unit is asked whether it is true. It was handed in while the matter was under way; what
     * it still waited for, a countersignature or a photo, may come when it no longer is.
     */
    static void recorded(
            InspectionFile file,
            SupervisionMatter matter,
            Deadline answerBy,
            Outcome<InspectionFile> outcome,
            Command command) {
        outcome.updating(matter.touched(command.now()))
                .inserting(entry(file, command))
                .including(Outcome.about(MatterFile.drafted(matter)).closing(MatterClosing.INSPECT))
                .closing(COUNTERSIGN.name())
                .starting(
                        answerBy,
                        Escalation.to(RecordAnswering.URGE_OBJECT_ANSWER, Assignee.holders(SUPERVISION_CHIEF)))
                .opening(
                        RecordAnswering.OBJECT_ANSWER,
                        Assignee.holdersAt(Set.of(file.inspection().mission().unitId()), UNIT_HEAD, UNIT_DEPUTY),
                        answerBy.currentDueAt())
                .announcing(Event.of("recordSubmitted", Priority.ACTION, file, command.now())
                        .to(matter.hands().supervisors()));
    }

    private static void tellSteps(Progress progress, Outcome<InspectionFile> outcome, Instant now) {
        var file = progress.after();
        if (progress.isBegunNow()) {
            outcome.closing(InspectionPlanning.BEGIN).announcing("begun", Priority.INFO, now);
        } else if (!progress.fresh().isEmpty()) {
            outcome.announcing("findingAdded", Priority.INFO, now);
        }
        if (!progress.declared().isEmpty()) {
            outcome.announcing("photosDeclared", Priority.INFO, now);
        }
        if (progress.isHandedInNow() && !progress.isRecordedNow()) {
            outcome.announcing(
                    Event.of("recordHandedIn", Priority.INFO, file, now).to(second(file)));
        }
    }

    /** Seen under the row of the duty room, which does not read supervision otherwise. */
    private static void alarm(InspectionFile file, Outcome<InspectionFile> outcome, Instant now) {
        outcome.opening(ACKNOWLEDGE_HAZARD.name(), Assignee.holders(DUTY_OFFICER), null)
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

    /** On the time line the record is its author's, whoever brought the last of it. */
    private static MatterEntry entry(InspectionFile file, Command command) {
        var author = file.inspection().team().authorId();
        return new MatterEntry(
                UuidCreator.getTimeOrderedEpoch(),
                file.inspection().mission().matterId(),
                null,
                SUBMIT_RECORD.name(),
                author == null ? command.officer().id() : author,
                command.now(),
                file.inspection().sheet().objectStatement(),
                null,
                List.of());
    }

    private static Set<UUID> second(InspectionFile file) {
        var second = file.inspection().team().secondInspectorId();
        return second == null ? Set.of() : Set.of(second);
    }
}
