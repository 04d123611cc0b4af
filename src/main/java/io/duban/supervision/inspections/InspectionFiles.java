package io.duban.supervision.inspections;

import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.platform.uploads.DeclaredFileReading;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gets a field inspection with its findings and what was named for it, and with its photos where they are asked for. */
@Component
class InspectionFiles {

    private final FieldInspections inspections;
    private final InspectionFindings findings;
    private final StoredFiles photos;
    private final PhotoFaceMarks marks;
    private final DeclaredFileReading declared;
    private final Permissions permissions;

    InspectionFiles(
            FieldInspections inspections,
            InspectionFindings findings,
            StoredFiles photos,
            PhotoFaceMarks marks,
            DeclaredFileReading declared,
            Permissions permissions) {
        this.inspections = inspections;
        this.findings = findings;
        this.photos = photos;
        this.marks = marks;
        this.declared = declared;
        this.permissions = permissions;
    }

    /** The inspection, if it is in reach and, while it is going on, may be known of. */
    Mono<InspectionFile> require(UUID inspectionId, Access access) {
        return inspections
                .require(inspectionId, access.reach())
                .flatMap(this::opened)
                .filter(file -> file.isShown(access.officer(), permissions))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** The inspection with all that is in it: the unit of an announced visit knows that it is coming, and no more before the record is in. */
    Mono<InspectionFile> requireContent(UUID inspectionId, Access access) {
        return require(inspectionId, access)
                .filter(file -> file.inspection().isRecorded() || file.isOfInsider(access.officer(), permissions))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    Mono<InspectionFile> requireWithPhotos(UUID inspectionId, Access access) {
        return requireContent(inspectionId, access)
                .flatMap(file -> photos.findBySubjectIdOrderByReceivedAt(inspectionId)
                        .collectList()
                        .flatMap(taken -> marks.findByInspectionId(inspectionId)
                                .collectList()
                                .map(marked -> file.with(taken, marked))));
    }

    /** The one with this id, whoever asks: a phone may send what it began twice. */
    Mono<InspectionFile> find(UUID inspectionId) {
        return inspections.findById(inspectionId).flatMap(this::opened);
    }

    /** For the duty officer: one with a hazard; of any other visit he need not know before its record is in. */
    Mono<InspectionFile> requireHazard(UUID inspectionId, Access access) {
        return requireInReach(inspectionId, access)
                .filter(file -> file.inspection().danger().hazard())
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** For who acts by another row than reading, such as the duty officer. */
    Mono<InspectionFile> requireInReach(UUID inspectionId, Access access) {
        return inspections.require(inspectionId, access.reach()).flatMap(this::opened);
    }

    /** Those of a matter that he may know of. */
    Flux<InspectionFile> ofMatter(UUID matterId, Access access) {
        return inspections
                .findByMatter(matterId)
                .concatMap(this::opened)
                .filter(file -> file.isShown(access.officer(), permissions));
    }

    Mono<InspectionFile> opened(FieldInspection inspection) {
        return findings.findByInspectionIdOrderByNumberAscIdAsc(inspection.id())
                .collectList()
                .flatMap(found -> declared.of(inspection.id())
                        .map(named -> new InspectionFile(inspection, found, List.of(), List.of(), named)));
    }
}
