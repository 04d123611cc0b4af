package io.duban.supervision.inspections;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.evidence.CapturePoint;
import io.duban.platform.evidence.EvidenceIntake;
import io.duban.platform.evidence.Intake;
import io.duban.platform.evidence.PhotoPurpose;
import io.duban.platform.evidence.ReceivedFile;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.evidence.Submission;
import io.duban.platform.identity.Access;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Photos of an inspection: the bytes come in first, what makes them visible is written as any other command. */
@Component
class PhotoTaking {

    private final InspectionFiles inspections;
    private final EvidenceIntake intake;

    PhotoTaking(InspectionFiles inspections, EvidenceIntake intake) {
        this.inspections = inspections;
        this.intake = intake;
    }

    /** What the device says about a photo; a place is never required. */
    record Taken(
            PhotoPurpose purpose,
            @Nullable Instant capturedAt,
            @Nullable CapturePoint point,
            @Nullable String note) {}

    /** Takes the bytes, but only for an inspection in reach: a stranger's 20 MB are not even read. */
    Mono<ReceivedFile> receive(UUID inspectionId, Access access, Flux<DataBuffer> body) {
        return inspections.requireInReach(inspectionId, access).then(intake.receive(body, Intake.PHOTO));
    }

    Mono<Outcome<InspectionFile>> attach(UUID inspectionId, ReceivedFile received, Taken taken, Command command) {
        return inspections
                .requireInReach(inspectionId, command.access())
                .map(file -> file.inspection()
                        .withPhoto(InspectionMove.UPLOAD_PHOTO, command)
                        .next(command.now()))
                .flatMap(inspection -> intake.describe(received, submission(inspection, taken, command))
                        .map(photo -> attached(inspection, photo, command)));
    }

    /** The matter does not move on: nothing anybody decides on it hangs on a single photo. */
    private static Outcome<InspectionFile> attached(FieldInspection inspection, StoredFile photo, Command command) {
        return Outcome.about(InspectionFile.of(inspection).with(List.of(photo), List.of()))
                .updating(inspection)
                .inserting(photo)
                .announcing("photoAdded", Priority.INFO, command.now());
    }

    private static Submission submission(FieldInspection inspection, Taken taken, Command command) {
        return new Submission(
                UuidCreator.getTimeOrderedEpoch(),
                command.officer().id(),
                InspectionFile.SUBJECT_TYPE,
                inspection.id(),
                taken.purpose(),
                null,
                taken.capturedAt(),
                taken.point(),
                inspection.start(),
                taken.note());
    }
}
