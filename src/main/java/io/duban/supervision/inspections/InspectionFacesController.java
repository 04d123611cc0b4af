package io.duban.supervision.inspections;

import io.duban.contract.InspectionFacesApi;
import io.duban.contract.InspectionPhotoDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the part of the contract about faces on photos: translation only. */
@RestController
class InspectionFacesController implements InspectionFacesApi {

    private final Commands commands;
    private final FaceBlurring faces;
    private final PhotoTaking photos;
    private final InspectionReading reading;

    InspectionFacesController(Commands commands, FaceBlurring faces, PhotoTaking photos, InspectionReading reading) {
        this.commands = commands;
        this.faces = faces;
        this.photos = photos;
        this.reading = reading;
    }

    @Override
    public Mono<ResponseEntity<InspectionPhotoDto>> markPhotoFaces(
            UUID inspectionId, UUID photoId, UUID key, ServerWebExchange exchange) {
        return commands.execute(
                exchange,
                "",
                InspectionPhotoDto.class,
                command -> faces.mark(inspectionId, photoId, command),
                reading::photoMarked);
    }

    @Override
    public Mono<ResponseEntity<InspectionPhotoDto>> uploadBlurredCopy(
            UUID inspectionId, UUID photoId, UUID key, Flux<DataBuffer> body, ServerWebExchange exchange) {
        return photos.receive(inspectionId, Access.of(exchange), body)
                .flatMap(received -> commands.execute(
                        exchange,
                        received.sha256(),
                        InspectionPhotoDto.class,
                        command -> faces.blur(inspectionId, photoId, received, command),
                        reading::photoMarked));
    }
}
