package io.duban.supervision.inspections;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.evidence.CapturePoint;
import io.duban.platform.evidence.PhotoPurpose;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Times;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the field inspections' part of the contract: translation only. */
@RestController
class InspectionController implements InspectionsApi {

    private final Commands commands;
    private final FieldInspecting inspecting;
    private final RecordAnswering answering;
    private final PhotoTaking photos;
    private final PhotoShowing showing;
    private final InspectionReading reading;
    private final InspectionMapper mapper;
    private final Times times;

    InspectionController(
            Commands commands,
            FieldInspecting inspecting,
            RecordAnswering answering,
            PhotoTaking photos,
            PhotoShowing showing,
            InspectionReading reading,
            InspectionMapper mapper,
            Times times) {
        this.commands = commands;
        this.inspecting = inspecting;
        this.answering = answering;
        this.photos = photos;
        this.showing = showing;
        this.reading = reading;
        this.mapper = mapper;
        this.times = times;
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionDto>> startFieldInspection(
            UUID matterId, UUID key, Mono<InspectionStartDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> inspecting.take(matterId, FieldWork.beginning(mapper.toStart(dto)), command)));
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionDto>> submitInspectionRecord(
            UUID inspectionId, UUID key, String ifMatch, Mono<InspectionRecordDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, command -> inspecting.submitRecord(inspectionId, mapper.toHanded(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionDto>> acknowledgeInspectionHazard(
            UUID inspectionId, UUID key, Mono<HazardAcknowledgementDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> answering.acknowledgeHazard(inspectionId, dto.getNote(), command)));
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionDto>> getInspectionHazard(UUID inspectionId, ServerWebExchange exchange) {
        return reading.hazard(inspectionId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<InspectionPhotoDto>> uploadInspectionPhoto(
            UUID inspectionId,
            UUID key,
            PhotoPurposeDto purpose,
            Flux<DataBuffer> body,
            OffsetDateTime capturedAt,
            Double latitude,
            Double longitude,
            Double accuracyMetres,
            DatumDto datum,
            String note,
            ServerWebExchange exchange) {
        var taken = new PhotoTaking.Taken(
                PhotoPurpose.valueOf(purpose.name()),
                times.toDomain(capturedAt),
                point(latitude, longitude, accuracyMetres, datum),
                note);
        // The same bytes under the same key are the same request: what is remembered of the body is its hash.
        return photos.receive(inspectionId, Access.of(exchange), body)
                .flatMap(received -> commands.execute(
                        exchange,
                        received.sha256(),
                        InspectionPhotoDto.class,
                        command -> photos.attach(inspectionId, received, taken, command),
                        reading::photoTaken));
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionDto>> getFieldInspection(UUID inspectionId, ServerWebExchange exchange) {
        return reading.one(inspectionId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionListDto>> listFieldInspections(
            UUID matterId, ServerWebExchange exchange) {
        return reading.ofMatter(matterId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<InspectionPhotoListDto>> listInspectionPhotos(
            UUID inspectionId, ServerWebExchange exchange) {
        return reading.photos(inspectionId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<Flux<DataBuffer>>> getInspectionPhoto(
            UUID inspectionId, UUID photoId, PhotoRenditionDto rendition, ServerWebExchange exchange) {
        return showing.photo(
                inspectionId, photoId, rendition == null ? PhotoRenditionDto.PUBLIC : rendition, Access.of(exchange));
    }

    private static CapturePoint point(Double latitude, Double longitude, Double accuracyMetres, DatumDto datum) {
        return latitude == null || longitude == null
                ? null
                : new CapturePoint(latitude, longitude, accuracyMetres, datum == null ? "WGS_84" : datum.name());
    }

    private Mono<ResponseEntity<FieldInspectionDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<InspectionFile>>> step) {
        return commands.execute(exchange, body, FieldInspectionDto.class, step, reading::answer);
    }
}
