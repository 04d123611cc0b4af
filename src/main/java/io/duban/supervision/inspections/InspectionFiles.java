package io.duban.supervision.inspections;

import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gets a field inspection with its findings, and with its photos where they are asked for. */
@Component
class InspectionFiles {

    private final FieldInspections inspections;
    private final InspectionFindings findings;
    private final StoredFiles photos;
    private final Permissions permissions;

    InspectionFiles(
            FieldInspections inspections, InspectionFindings findings, StoredFiles photos, Permissions permissions) {
        this.inspections = inspections;
        this.findings = findings;
        this.photos = photos;
        this.permissions = permissions;
    }

    /** The inspection, if it is in reach and, while it is going on, may be known of. */
    Mono<InspectionFile> require(UUID inspectionId, Access access) {
        return inspections
                .require(inspectionId, access.reach())
                .filter(inspection -> inspection.isShown(access.officer(), permissions))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(this::withFindings);
    }

    Mono<InspectionFile> requireWithPhotos(UUID inspectionId, Access access) {
        return require(inspectionId, access)
                .flatMap(file -> photos.findBySubjectIdOrderByReceivedAt(inspectionId)
                        .collectList()
                        .map(taken -> new InspectionFile(file.inspection(), file.findings(), taken)));
    }

    /** The one with this id, whoever asks: a phone may send what it began twice. */
    Mono<InspectionFile> find(UUID inspectionId) {
        return inspections.findById(inspectionId).flatMap(this::withFindings);
    }

    /** For who acts by another row than reading, such as the duty officer. */
    Mono<InspectionFile> requireInReach(UUID inspectionId, Access access) {
        return inspections.require(inspectionId, access.reach()).flatMap(this::withFindings);
    }

    private Mono<InspectionFile> withFindings(FieldInspection inspection) {
        return findings.findByInspectionIdOrderByPlaceInList(inspection.id())
                .collectList()
                .map(found -> new InspectionFile(inspection, found, List.of()));
    }
}
