package io.duban.supervision.inspections;

import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An inspection as one officer sees it now: places and device times only for its author and the supervisors in charge. */
record InspectionView(
        FieldInspection inspection,
        FieldInspection.@Nullable Position position,
        List<InspectionFinding> findings,
        List<String> legalActions) {

    /** A photo of it, without its file. */
    record Photo(UUID inspectionId, long inspectionVersion, StoredFile file, boolean places) {}

    static InspectionView of(InspectionFile file, Officer officer, Permissions permissions) {
        var inspection = file.inspection();
        return new InspectionView(
                inspection,
                seesPlaces(inspection, officer, permissions) ? inspection.position() : null,
                file.findings(),
                legalActions(inspection, officer));
    }

    static List<Photo> photos(InspectionFile file, Officer officer, Permissions permissions) {
        var inspection = file.inspection();
        var places = seesPlaces(inspection, officer, permissions);
        return file.photos().stream()
                .map(photo -> new Photo(inspection.id(), inspection.version(), photo, places))
                .toList();
    }

    /** Also who may have the original of a photo, since the camera wrote the place into it. */
    static boolean seesPlaces(FieldInspection inspection, Officer officer, Permissions permissions) {
        return permissions
                .reach(officer, "inspection:read-gps")
                .covers(inspection.unitIds(), inspection.participantIds());
    }

    private static List<String> legalActions(FieldInspection inspection, Officer officer) {
        return Arrays.stream(InspectionMove.values())
                .filter(move -> move.from().contains(inspection.status()) && move.isInHandsOf(officer))
                .filter(move -> move != InspectionMove.SUBMIT_RECORD
                        || inspection.authorId().equals(officer.id()))
                .filter(move -> move != InspectionMove.ACKNOWLEDGE_HAZARD || inspection.hazard())
                .map(InspectionMove::name)
                .toList();
    }
}
