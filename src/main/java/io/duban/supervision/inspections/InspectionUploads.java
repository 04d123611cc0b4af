package io.duban.supervision.inspections;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.evidence.Intake;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.uploads.Declaration;
import io.duban.platform.uploads.DeclaredFile;
import io.duban.platform.uploads.DeclaredFileReading;
import io.duban.platform.uploads.DeclaredFilesView;
import io.duban.platform.uploads.Declaring;
import io.duban.platform.uploads.EvidenceTaker;
import io.duban.platform.uploads.EvidenceTask;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Photos of an inspection that are named first and come later, piece by piece. */
@Component
class InspectionUploads implements EvidenceTaker {

    private final InspectionFiles inspections;
    private final FieldInspections rows;
    private final Declaring declaring;
    private final DeclaredFileReading reading;
    private final Permissions permissions;

    InspectionUploads(
            InspectionFiles inspections,
            FieldInspections rows,
            Declaring declaring,
            DeclaredFileReading reading,
            Permissions permissions) {
        this.inspections = inspections;
        this.rows = rows;
        this.declaring = declaring;
        this.reading = reading;
        this.permissions = permissions;
    }

    Mono<Outcome<DeclaredPhotos>> declare(UUID inspectionId, List<Declaration> photos, Command command) {
        return inspections
                .requireInReach(inspectionId, command.access())
                .flatMap(file -> declaring
                        .declare(subjectType(), inspectionId, Intake.PHOTO, photos, command)
                        .zipWith(reading.of(inspectionId), (fresh, before) -> declared(file, fresh, before)));
    }

    /** The inspection does not move on: what counts is the photo that comes. */
    private static Outcome<DeclaredPhotos> declared(
            InspectionFile file, List<DeclaredFile> fresh, DeclaredFilesView before) {
        var outcome = Outcome.about(new DeclaredPhotos(file, before.with(fresh)));
        fresh.forEach(outcome::inserting);
        return outcome;
    }

    Mono<DeclaredFilesView> named(UUID inspectionId, Access access) {
        return inspections.require(inspectionId, access).flatMap(file -> reading.of(inspectionId));
    }

    @Override
    public String subjectType() {
        return InspectionFile.SUBJECT_TYPE;
    }

    @Override
    public Mono<EvidenceTask> task(DeclaredFile declaration, Officer officer) {
        var reach = permissions.reach(officer, "inspection:upload-photo");
        return rows.findById(declaration.subjectId())
                .filter(inspection -> reach.covers(inspection.unitIds(), inspection.participantIds()))
                .map(inspection -> new EvidenceTask(subjectType(), inspection.id(), inspection.start()));
    }

    @Override
    public Mono<Outcome<InspectionFile>> taken(DeclaredFile declaration, StoredFile file, Command command) {
        return rows.findById(declaration.subjectId())
                .map(inspection -> inspection.withPhoto(command))
                .map(inspection -> Outcome.about(new InspectionFile(inspection, List.of(), List.of(file)))
                        .updating(inspection)
                        .announcing("photoAdded", Priority.INFO, command.now()));
    }

    /** Nothing of the inspection hangs on it: it only waits for one photo less. */
    @Override
    public Mono<Outcome<InspectionFile>> withdrawn(DeclaredFile declaration, Command command) {
        return rows.findById(declaration.subjectId()).map(InspectionFile::of).map(Outcome::about);
    }
}
