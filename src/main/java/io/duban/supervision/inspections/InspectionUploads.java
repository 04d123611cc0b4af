package io.duban.supervision.inspections;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.uploads.DeclaredFile;
import io.duban.platform.uploads.EvidenceTaker;
import io.duban.platform.uploads.EvidenceTask;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Photos of an inspection that were named first and come later, piece by piece; also when the record is in long since. */
@Component
class InspectionUploads implements EvidenceTaker {

    private final FieldInspections inspections;
    private final Permissions permissions;

    InspectionUploads(FieldInspections inspections, Permissions permissions) {
        this.inspections = inspections;
        this.permissions = permissions;
    }

    @Override
    public String subjectType() {
        return InspectionFile.SUBJECT_TYPE;
    }

    @Override
    public Mono<EvidenceTask> task(DeclaredFile declaration, Officer officer) {
        var reach = permissions.reach(officer, "inspection:upload-photo");
        return inspections
                .findById(declaration.subjectId())
                .filter(inspection -> reach.covers(inspection.unitIds(), inspection.participantIds()))
                .map(inspection -> new EvidenceTask(subjectType(), inspection.id(), inspection.start()));
    }

    @Override
    public Mono<Outcome<InspectionFile>> taken(DeclaredFile declaration, StoredFile file, Command command) {
        return inspections
                .findById(declaration.subjectId())
                .map(inspection -> inspection
                        .withPhoto(InspectionMove.ATTACH_PHOTO, command)
                        .next(command.now()))
                .map(inspection -> Outcome.about(InspectionFile.of(inspection).with(List.of(file), List.of()))
                        .updating(inspection)
                        .announcing("photoAdded", Priority.INFO, command.now()));
    }

    /** Nothing of the inspection hangs on it: it only waits for one photo less. */
    @Override
    public Mono<Outcome<InspectionFile>> withdrawn(DeclaredFile declaration, Command command) {
        return inspections
                .findById(declaration.subjectId())
                .map(InspectionFile::of)
                .map(Outcome::about);
    }
}
