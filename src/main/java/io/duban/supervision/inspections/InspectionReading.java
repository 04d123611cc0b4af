package io.duban.supervision.inspections;

import io.duban.contract.FieldInspectionDto;
import io.duban.contract.FieldInspectionListDto;
import io.duban.contract.InspectionPhotoDto;
import io.duban.contract.InspectionPhotoListDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.web.Versions;
import io.duban.supervision.matters.SupervisionMatters;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Inspections and what is said of their photos, as the contract shows them to one officer. */
@Component
class InspectionReading {

    private final InspectionFiles inspections;
    private final SupervisionMatters matters;
    private final InspectionMapper mapper;
    private final Permissions permissions;
    private final Clock clock;

    InspectionReading(
            InspectionFiles inspections,
            SupervisionMatters matters,
            InspectionMapper mapper,
            Permissions permissions,
            Clock clock) {
        this.inspections = inspections;
        this.matters = matters;
        this.mapper = mapper;
        this.permissions = permissions;
        this.clock = clock;
    }

    Mono<ResponseEntity<FieldInspectionDto>> one(UUID inspectionId, Access access) {
        return inspections
                .require(inspectionId, access)
                .map(file ->
                        ResponseEntity.ok().eTag(Versions.etag(file.version())).body(dto(file, access)));
    }

    Mono<ResponseEntity<FieldInspectionDto>> hazard(UUID inspectionId, Access access) {
        return inspections
                .requireHazard(inspectionId, access)
                .map(file ->
                        ResponseEntity.ok().eTag(Versions.etag(file.version())).body(dto(file, access)));
    }

    Mono<ResponseEntity<FieldInspectionListDto>> ofMatter(UUID matterId, Access access) {
        return matters.require(matterId, access.reach())
                .flatMap(matter -> inspections
                        .ofMatter(matterId, access)
                        .map(file -> dto(file, access))
                        .collectList())
                .map(items -> ResponseEntity.ok(new FieldInspectionListDto(items)));
    }

    /** The answer to a command: what is new has an address. */
    ResponseEntity<FieldInspectionDto> answer(InspectionFile file, Command command) {
        var answer = file.version() == 1
                ? ResponseEntity.created(URI.create("/v1/field-inspections/" + file.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(file.version())).body(dto(file, command.access()));
    }

    /** The answer to an upload; the file holds the one photo that came. */
    ResponseEntity<InspectionPhotoDto> photoTaken(InspectionFile file, Command command) {
        var photo = onlyPhoto(file, command);
        var address = "/v1/field-inspections/%s/photos/%s".formatted(file.id(), photo.getId());
        return ResponseEntity.created(URI.create(address)).body(photo);
    }

    /** The answer to what was done with the faces on a photo. */
    ResponseEntity<InspectionPhotoDto> photoMarked(InspectionFile file, Command command) {
        return ResponseEntity.ok(onlyPhoto(file, command));
    }

    Mono<ResponseEntity<InspectionPhotoListDto>> photos(UUID inspectionId, Access access) {
        return inspections
                .requireWithPhotos(inspectionId, access)
                .map(file -> InspectionView.photos(file, access.officer(), permissions))
                .map(photos -> ResponseEntity.ok(new InspectionPhotoListDto(
                        photos.stream().map(mapper::toDto).toList())));
    }

    private InspectionPhotoDto onlyPhoto(InspectionFile file, Command command) {
        return mapper.toDto(
                InspectionView.photos(file, command.officer(), permissions).get(0));
    }

    private FieldInspectionDto dto(InspectionFile file, Access access) {
        return mapper.toDto(InspectionView.of(file, access.officer(), permissions, clock.instant()));
    }
}
