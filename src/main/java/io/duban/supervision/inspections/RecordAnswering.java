package io.duban.supervision.inspections;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.inspections.InspectionMove.*;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.MatterEntry;
import io.duban.supervision.matters.SupervisionMatter;
import io.duban.supervision.matters.SupervisionMatters;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** After the visit: the second inspector's hand, the inspected unit's word, the end; and the duty officer's note of a hazard. */
@Component
class RecordAnswering {

    /** The unit has three working days [D]; its silence is no consent and is put to the supervision chief. */
    static final String RULE = "SUP_RECORD_ANSWER";

    static final String OBJECT_ANSWER = "ANSWER_RECORD";
    static final String URGE_OBJECT_ANSWER = "URGE_ANSWER_RECORD";

    private final SupervisionMatters matters;
    private final InspectionFiles inspections;
    private final Deadlines deadlines;

    RecordAnswering(SupervisionMatters matters, InspectionFiles inspections, Deadlines deadlines) {
        this.matters = matters;
        this.inspections = inspections;
        this.deadlines = deadlines;
    }

    Mono<Outcome<InspectionFile>> countersign(UUID inspectionId, @Nullable String note, Command command) {
        return inspections
                .requireInReach(inspectionId, command.access())
                .flatMap(file -> deadlines
                        .start(RULE, InspectionFile.SUBJECT_TYPE, inspectionId, OBJECT_ANSWER, command.now())
                        .flatMap(by -> matter(file).map(matter -> {
                            var signed = file.countersign(by, command);
                            var outcome = Outcome.about(signed).updating(signed.inspection());
                            if (note != null) {
                                outcome.inserting(entry(COUNTERSIGN, signed, note, command));
                            }
                            FieldWorkOutcome.recorded(signed, matter, by, outcome, command);
                            return outcome;
                        })));
    }

    Mono<Outcome<InspectionFile>> answer(
            UUID inspectionId, InspectionMove verdict, @Nullable String words, Command command) {
        return inspections
                .require(inspectionId, command.access())
                .map(file -> file.with(
                        file.inspection().answered(verdict, words, command).next(command.now())))
                .flatMap(file -> matter(file)
                        .map(matter -> Outcome.about(file)
                                .updating(file.inspection())
                                .inserting(entry(verdict, file, words, command))
                                .closing(OBJECT_ANSWER)
                                .satisfying(OBJECT_ANSWER, command.now())
                                .opening(CLOSE.name(), closers(file, matter), null)
                                .announcing(Event.of(
                                                verdict == DISAGREE ? "disagreed" : "confirmed",
                                                Priority.ACTION,
                                                file,
                                                command.now())
                                        .to(matter.hands().supervisors()))));
    }

    /** Also without an answer, once the unit let its time pass; then its clock stops now, late for ever. */
    Mono<Outcome<InspectionFile>> close(UUID inspectionId, @Nullable String note, Command command) {
        return inspections
                .requireInReach(inspectionId, command.access())
                .map(file -> {
                    var unanswered = file.inspection().status() == FieldInspectionStatus.RECORD_SUBMITTED;
                    var move = unanswered ? CLOSE_UNANSWERED : CLOSE;
                    return file.with(
                            file.inspection().close(move, note, command).next(command.now()));
                })
                .map(file -> Outcome.about(file)
                        .updating(file.inspection())
                        .inserting(entry(CLOSE, file, note, command))
                        .closing(CLOSE.name())
                        .closing(OBJECT_ANSWER)
                        .satisfying(OBJECT_ANSWER, command.now())
                        .announcing("closed", Priority.INFO, command.now()));
    }

    Mono<Outcome<InspectionFile>> acknowledgeHazard(UUID inspectionId, @Nullable String note, Command command) {
        return inspections
                .requireHazard(inspectionId, command.access())
                .map(file -> file.with(
                        file.inspection().acknowledgeHazard(note, command).next(command.now())))
                .map(file -> {
                    var outcome = Outcome.about(file)
                            .updating(file.inspection())
                            .closing(ACKNOWLEDGE_HAZARD.name())
                            .announcing("hazardAcknowledged", Priority.INFO, command.now());
                    // The units read the time line: before the record is in, it would give the visit away.
                    return file.inspection().isRecorded()
                            ? outcome.inserting(entry(ACKNOWLEDGE_HAZARD, file, note, command))
                            : outcome;
                });
    }

    private Mono<SupervisionMatter> matter(InspectionFile file) {
        return matters.findById(file.inspection().mission().matterId());
    }

    /** A supervisor in charge who did not inspect himself; without one, whoever of the supervision office did not. */
    private static Assignee closers(InspectionFile file, SupervisionMatter matter) {
        var closers = new HashSet<>(matter.hands().supervisors());
        closers.removeAll(file.inspection().team().signers());
        return closers.isEmpty() ? Assignee.holders(SUPERVISOR, SUPERVISION_CHIEF) : Assignee.persons(closers);
    }

    private static MatterEntry entry(
            InspectionMove step, InspectionFile file, @Nullable String words, Command command) {
        return MatterEntry.of(step, file.inspection().mission().matterId(), words, command);
    }
}
