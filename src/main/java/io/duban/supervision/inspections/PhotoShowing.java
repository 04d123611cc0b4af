package io.duban.supervision.inspections;

import io.duban.contract.PhotoRenditionDto;
import io.duban.platform.evidence.EvidenceViewing;
import io.duban.platform.evidence.Rendition;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pictures themselves: originals for the author and the supervisors in charge, and in the place of faces the blurred copy for everybody else. */
@Component
class PhotoShowing {

    private final InspectionFiles inspections;
    private final StoredFiles photos;
    private final PhotoFaceMarks marks;
    private final EvidenceViewing viewing;
    private final Permissions permissions;

    PhotoShowing(
            InspectionFiles inspections,
            StoredFiles photos,
            PhotoFaceMarks marks,
            EvidenceViewing viewing,
            Permissions permissions) {
        this.inspections = inspections;
        this.photos = photos;
        this.marks = marks;
        this.viewing = viewing;
        this.permissions = permissions;
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> photo(
            UUID inspectionId, UUID photoId, PhotoRenditionDto asked, Access access) {
        var rendition = Rendition.valueOf(asked.name());
        return inspections
                .requireContent(inspectionId, access)
                .flatMap(file -> photos.findById(photoId)
                        .filter(photo -> photo.subjectId().equals(inspectionId))
                        .switchIfEmpty(Mono.error(Refusal::notFound))
                        .flatMap(photo -> InspectionView.seesPlaces(file.inspection(), access.officer(), permissions)
                                ? Mono.just(photo)
                                : shownToOthers(photo, rendition)))
                .map(photo -> sent(photo, photoId, rendition));
    }

    private Mono<StoredFile> shownToOthers(StoredFile photo, Rendition rendition) {
        if (rendition == Rendition.ORIGINAL) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "原图只提供给核查人和督办责任人。",
                    "The original is for its author and the supervisors in charge."));
        }
        return marks.findById(photo.id()).flatMap(this::blurred).defaultIfEmpty(photo);
    }

    private Mono<StoredFile> blurred(PhotoFaceMark mark) {
        return mark.blurredFileId() == null
                ? Mono.error(Refusal.of(
                        RefusalCode.E_GEN_SCOPE,
                        "照片中有无关人员的面部,待核查人模糊处理后提供。",
                        "It shows faces of uninvolved people; it is shown when they are blurred."))
                : photos.require(mark.blurredFileId());
    }

    /** Never shown inside a page of ours, and never taken for anything but what it is. */
    private ResponseEntity<Flux<DataBuffer>> sent(StoredFile photo, UUID name, Rendition rendition) {
        var type = MediaType.parseMediaType(viewing.mediaType(photo, rendition));
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(name, type.getSubtype()))
                .header("X-Content-Type-Options", "nosniff")
                .body(viewing.content(photo, rendition));
    }
}
