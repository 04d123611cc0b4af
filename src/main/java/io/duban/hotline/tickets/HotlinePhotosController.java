package io.duban.hotline.tickets;

import io.duban.contract.DeclaredFileListDto;
import io.duban.contract.DemandPhotoOrderDto;
import io.duban.contract.HotlinePhotosApi;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.PhotoRenditionDto;
import io.duban.platform.identity.Access;
import io.duban.platform.uploads.DeclaredFileMapper;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the page of the photos that come with demands: translation only. */
@RestController
class HotlinePhotosController implements HotlinePhotosApi {

    private final TicketWork work;
    private final DemandPhotos photos;
    private final DemandPhotoReading reading;
    private final DeclaredFileMapper mapper;

    HotlinePhotosController(
            TicketWork work, DemandPhotos photos, DemandPhotoReading reading, DeclaredFileMapper mapper) {
        this.work = work;
        this.photos = photos;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> addDemandPhotos(
            UUID ticketId, UUID key, Mono<DemandPhotoOrderDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> photos.add(ticketId, mapper.toDeclarations(dto.getFiles()), command)));
    }

    @Override
    public Mono<ResponseEntity<DeclaredFileListDto>> listDemandPhotos(UUID ticketId, ServerWebExchange exchange) {
        return reading.list(ticketId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<Flux<DataBuffer>>> getDemandPhoto(
            UUID ticketId, UUID fileId, PhotoRenditionDto rendition, ServerWebExchange exchange) {
        return reading.photo(ticketId, fileId, rendition, Access.of(exchange));
    }
}
