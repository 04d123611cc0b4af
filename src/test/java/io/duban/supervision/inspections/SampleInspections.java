package io.duban.supervision.inspections;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.SampleMatters.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.evidence.Intake;
import io.duban.platform.evidence.PhotoPurpose;
import io.duban.platform.uploads.DeclaredFile;
import io.duban.platform.uploads.DeclaredFilesView;
import io.duban.supervision.matters.Brief;
import io.duban.supervision.matters.SupervisionMatterStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Inspections and people for tests that need neither Spring nor a database. */
final class SampleInspections {

    static final UUID INSPECTOR = UUID.randomUUID();
    static final UUID SECOND = UUID.randomUUID();
    static final Instant DEVICE = Instant.parse("2026-11-23T01:00:00Z");

    private SampleInspections() {}

    static Command inspector(long seen) {
        return command(officer(INSPECTOR, OFFICE, FIELD_SUPERVISOR), seen);
    }

    static Command second(long seen) {
        return command(officer(SECOND, OFFICE, SUPERVISOR), seen);
    }

    static Command supervisor(long seen) {
        return command(officer(OFFICE, SUPERVISOR), seen);
    }

    static Command chief(long seen) {
        return command(officer(OFFICE, SUPERVISION_CHIEF), seen);
    }

    static Command head(long seen) {
        return command(officer(URBAN, UNIT_HEAD), seen);
    }

    /** The same command, so much later. */
    static Command later(Command command, Duration by) {
        return new Command(
                command.access(),
                command.key(),
                command.fingerprint(),
                command.seenVersion(),
                command.now().plus(by),
                command.address());
    }

    static Ground ground(Brief.Kind kind) {
        return new Ground(matter(SupervisionMatterStatus.IN_PROGRESS, brief(kind, true)), URBAN);
    }

    static Deadline answerBy(UUID inspection) {
        var due = NOW.plus(Duration.ofDays(3));
        return new Deadline(
                UUID.randomUUID(),
                InspectionFile.SUBJECT_TYPE,
                inspection,
                RecordAnswering.OBJECT_ANSWER,
                RecordAnswering.RULE,
                1,
                "2026.1",
                NOW,
                due,
                due,
                due,
                false);
    }

    static FieldWork.Start start(UUID id) {
        return new FieldWork.Start(id, null, "东湖路12号", new Visit.Position(30.5, 114.3, 8.0, "GCJ_02"), DEVICE);
    }

    static DeclaredFile photo(UUID id, UUID inspection, Instant now) {
        return new DeclaredFile(
                id,
                1,
                InspectionFile.SUBJECT_TYPE,
                inspection,
                INSPECTOR,
                now,
                Intake.PHOTO,
                "0123456789abcdef".repeat(4),
                1000,
                PhotoPurpose.DURING,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** An inspection by {@link #INSPECTOR} and {@link #SECOND} as it stands in a state, with a hazard and a whole record where it was handed in. */
    static InspectionFile file(FieldInspectionStatus status, boolean handedIn) {
        var id = UUID.randomUUID();
        var finding = new InspectionFinding(
                UUID.randomUUID(), id, 1, "路面平整", InspectionFinding.Result.HAZARD, null, null, NOW, Set.of());
        var begun = status != FieldInspectionStatus.PLANNED;
        var recorded = begun && status != FieldInspectionStatus.ON_SITE;
        var inspection = new FieldInspection(
                id,
                2,
                status,
                Mission.unplanned(UUID.randomUUID(), "路面塌陷", URBAN),
                new Team(
                        Set.of(INSPECTOR, SECOND),
                        INSPECTOR,
                        begun ? INSPECTOR : null,
                        begun ? SECOND : null,
                        recorded ? NOW : null),
                new Visit("东湖路", null, null, null, null, null, begun ? NOW : null),
                handedIn || recorded
                        ? new RecordSheet(
                                UUID.randomUUID(),
                                null,
                                NOW,
                                recorded ? NOW : null,
                                Set.of(finding.id()),
                                Set.of(),
                                null,
                                1)
                        : RecordSheet.NONE,
                recorded ? ObjectAnswer.awaited(answerBy(id)) : ObjectAnswer.NONE,
                Ending.NONE,
                new Danger(begun, null, null, null),
                NOW,
                Set.of(URBAN),
                Set.of(INSPECTOR, SECOND));
        return new InspectionFile(
                inspection, begun ? List.of(finding) : List.of(), List.of(), List.of(), DeclaredFilesView.NONE);
    }
}
