package io.duban.supervision.inspections;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.evidence.EvidenceIntake;
import io.duban.platform.evidence.ReceivedFile;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.evidence.Submission;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Faces of uninvolved people on a photo: marked by its author or a supervisor in charge, blurred by the author. */
@Component
class FaceBlurring {

    private final InspectionFiles inspections;
    private final StoredFiles photos;
    private final PhotoFaceMarks marks;
    private final EvidenceIntake intake;

    FaceBlurring(InspectionFiles inspections, StoredFiles photos, PhotoFaceMarks marks, EvidenceIntake intake) {
        this.inspections = inspections;
        this.photos = photos;
        this.marks = marks;
        this.intake = intake;
    }

    Mono<Outcome<InspectionFile>> mark(UUID inspectionId, UUID photoId, Command command) {
        return inspections
                .requireInReach(inspectionId, command.access())
                .flatMap(file -> photo(file, photoId)
                        .flatMap(photo -> marks.findById(photoId)
                                .map(known -> Outcome.unchanged(file.with(List.of(photo), List.of(known))))
                                .defaultIfEmpty(marked(file, photo, command))));
    }

    Mono<Outcome<InspectionFile>> blur(UUID inspectionId, UUID photoId, ReceivedFile received, Command command) {
        return inspections
                .requireInReach(inspectionId, command.access())
                .doOnNext(file -> InspectionHands.requireAuthor(file.inspection(), command))
                .flatMap(file -> photo(file, photoId)
                        .flatMap(photo -> marks.findById(photoId)
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty())
                                .map(known -> blurred(
                                        file,
                                        photo,
                                        intake.describeCopy(received, submission(photo, command)),
                                        known,
                                        command))));
    }

    private Mono<StoredFile> photo(InspectionFile file, UUID photoId) {
        return photos.findById(photoId)
                .filter(photo -> photo.subjectId().equals(file.id()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private static Outcome<InspectionFile> marked(InspectionFile file, StoredFile photo, Command command) {
        var mark = PhotoFaceMark.of(photo, command);
        return changed(file, photo, mark, command)
                .inserting(mark)
                .announcing("photoFacesMarked", Priority.INFO, command.now());
    }

    private static Outcome<InspectionFile> blurred(
            InspectionFile file, StoredFile photo, StoredFile copy, Optional<PhotoFaceMark> known, Command command) {
        if (known.isEmpty()) {
            throw Refusal.of(
                    RefusalCode.E_GEN_ILLEGAL_STATE,
                    "这张照片没有标记人脸,请先标记。",
                    "No faces are marked on this photo; mark them first.");
        }
        var mark = known.get().blurred(copy, command);
        return changed(file, photo, mark, command)
                .inserting(copy)
                .updating(mark)
                .announcing("photoBlurred", Priority.INFO, command.now());
    }

    private static Outcome<InspectionFile> changed(
            InspectionFile file, StoredFile photo, PhotoFaceMark mark, Command command) {
        var next = file.with(file.inspection().next(command.now())).with(List.of(photo), List.of(mark));
        return Outcome.about(next).updating(next.inspection());
    }

    /** The copy belongs to its photo, so that it is no photo of the inspection beside it. */
    private static Submission submission(StoredFile photo, Command command) {
        return new Submission(
                UuidCreator.getTimeOrderedEpoch(),
                command.officer().id(),
                InspectionFile.SUBJECT_TYPE + ".photo",
                photo.id(),
                photo.purpose(),
                null,
                null,
                null,
                null,
                null);
    }
}
