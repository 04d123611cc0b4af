package io.duban.supervision.inspections;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inspection as one officer sees it now: the point only for its author and the supervisors in charge, and what was found before the
 * record is in only for who inspects, supervises or keeps watch.
 */
record InspectionView(
        FieldInspection inspection,
        RecordSheet sheet,
        Visit.@Nullable Position position,
        List<InspectionFinding> findings,
        boolean hazard,
        boolean complete,
        Set<UUID> missingFindingIds,
        Set<UUID> missingPhotoIds,
        AlertLight light,
        List<String> legalActions) {

    /**
     * A photo of it, without its file.
     *
     * @param mark of the faces on it; null when there is none
     * @param places whether this officer may have the original with all the camera wrote into it
     */
    record Photo(
            UUID inspectionId,
            long inspectionVersion,
            StoredFile file,
            @Nullable PhotoFaceMark mark,
            boolean places) {

        boolean blurFaces() {
            return mark != null;
        }

        boolean withheld() {
            return mark != null && mark.blurredFileId() == null && !places;
        }
    }

    static InspectionView of(InspectionFile file, Officer officer, Permissions permissions, Instant now) {
        var inspection = file.inspection();
        var open = isOpen(file, officer, permissions);
        return new InspectionView(
                inspection,
                open ? inspection.sheet() : RecordSheet.NONE,
                seesPlaces(inspection, officer, permissions)
                        ? inspection.visit().position()
                        : null,
                open ? file.findings() : List.of(),
                open && inspection.danger().hazard(),
                file.isComplete(),
                open ? file.missingFindingIds() : Set.of(),
                open ? file.missingPhotoIds() : Set.of(),
                file.light(now),
                legalActions(file, officer, now));
    }

    static List<Photo> photos(InspectionFile file, Officer officer, Permissions permissions) {
        var inspection = file.inspection();
        var places = seesPlaces(inspection, officer, permissions);
        return file.photos().stream()
                .map(photo ->
                        new Photo(inspection.id(), inspection.version(), photo, markOf(photo, file.marks()), places))
                .toList();
    }

    /** Also who may have the original of a photo, since the camera wrote the place into it. */
    static boolean seesPlaces(FieldInspection inspection, Officer officer, Permissions permissions) {
        return permissions
                .reach(officer, "inspection:read-gps")
                .covers(inspection.unitIds(), inspection.participantIds());
    }

    private static @Nullable PhotoFaceMark markOf(StoredFile photo, List<PhotoFaceMark> marks) {
        return marks.stream()
                .filter(mark -> mark.id().equals(photo.id()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOpen(InspectionFile file, Officer officer, Permissions permissions) {
        var inspection = file.inspection();
        var watches = inspection.danger().hazard()
                && permissions
                        .reach(officer, "duty:ack-urgent")
                        .covers(inspection.unitIds(), inspection.participantIds());
        return inspection.isRecorded() || watches || file.isOfInsider(officer, permissions);
    }

    private static List<String> legalActions(InspectionFile file, Officer officer, Instant now) {
        return Arrays.stream(InspectionMove.values())
                .filter(move -> move.from().contains(file.inspection().status()) && move.isInHandsOf(officer))
                .filter(move -> InspectionHands.mayTake(move, file, officer, now))
                .map(InspectionMove::name)
                .toList();
    }
}
