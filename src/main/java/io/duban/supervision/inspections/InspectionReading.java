package io.duban.supervision.inspections;

import io.duban.contract.FieldInspectionDto;
import io.duban.contract.InspectionPhotoDto;
import io.duban.contract.InspectionPhotoListDto;
import io.duban.contract.PhotoRenditionDto;
import io.duban.platform.commands.Command;
import io.duban.platform.evidence.EvidenceViewing;
import io.duban.platform.evidence.Rendition;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Inspections and their photos as the contract shows them to one officer. */
@Component
class InspectionReading {

    private final InspectionFiles inspections;
    private final EvidenceViewing viewing;
    private final InspectionMapper mapper;
    private final Permissions permissions;

    InspectionReading(
            InspectionFiles inspections, EvidenceViewing viewing, InspectionMapper mapper, Permissions permissions) {
        this.inspections = inspections;
        this.viewing = viewing;
        this.mapper = mapper;
        this.permissions = permissions;
    }

    Mono<ResponseEntity<FieldInspectionDto>> one(UUID inspectionId, Access access) {
        return inspections
                .require(inspectionId, access)
                .map(file ->
                        ResponseEntity.ok().eTag(Versions.etag(file.version())).body(dto(file, access)));
    }

    /** The answer to a command: what is new has an address. */
    ResponseEntity<FieldInspectionDto> answer(InspectionFile file, Command command) {
        var begunNow = file.version() == 1 && file.inspection().begunAt().equals(command.now());
        var answer = begunNow
                ? ResponseEntity.created(URI.create("/v1/field-inspections/" + file.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(file.version())).body(dto(file, command.access()));
    }

    /** The answer to an upload; the file holds the one photo that came. */
    ResponseEntity<InspectionPhotoDto> photoTaken(InspectionFile file, Command command) {
        var photo = InspectionView.photos(file, command.officer(), permissions).get(0);
        var address = "/v1/field-inspections/%s/photos/%s"
                .formatted(file.id(), photo.file().id());
        return ResponseEntity.created(URI.create(address)).body(mapper.toDto(photo));
    }

    Mono<ResponseEntity<InspectionPhotoListDto>> photos(UUID inspectionId, Access access) {
        return inspections
                .requireWithPhotos(inspectionId, access)
                .map(file -> InspectionView.photos(file, access.officer(), permissions))
                .map(photos -> ResponseEntity.ok(new InspectionPhotoListDto(
                        photos.stream().map(mapper::toDto).toList())));
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> photo(
            UUID inspectionId, UUID photoId, PhotoRenditionDto asked, Access access) {
        var rendition = Rendition.valueOf(asked.name());
        return inspections.requireWithPhotos(inspectionId, access).map(file -> {
            var photo = file.photos().stream()
                    .filter(one -> one.id().equals(photoId))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            if (rendition == Rendition.ORIGINAL
                    && !InspectionView.seesPlaces(file.inspection(), access.officer(), permissions)) {
                throw Refusal.of(
                        RefusalCode.E_GEN_SCOPE,
                        "原图只提供给核查人和督办责任人。",
                        "The original is for its author and the supervisors in charge.");
            }
            return sent(photo, rendition);
        });
    }

    /** Never shown inside a page of ours, and never taken for anything but what it is. */
    private ResponseEntity<Flux<DataBuffer>> sent(StoredFile photo, Rendition rendition) {
        var type = MediaType.parseMediaType(viewing.mediaType(photo, rendition));
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(photo.id(), type.getSubtype()))
                .header("X-Content-Type-Options", "nosniff")
                .body(viewing.content(photo, rendition));
    }

    private FieldInspectionDto dto(InspectionFile file, Access access) {
        return mapper.toDto(InspectionView.of(file, access.officer(), permissions));
    }
}
