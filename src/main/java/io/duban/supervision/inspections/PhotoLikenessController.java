package io.duban.supervision.inspections;

import io.duban.contract.PhotoLikenessListDto;
import io.duban.contract.PhotoLikenessesApi;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the part of the contract that tells what a photo looks like: translation only. */
@RestController
class PhotoLikenessController implements PhotoLikenessesApi {

    private final PhotoLikenesses likenesses;
    private final PhotoLikenessMapper mapper;

    PhotoLikenessController(PhotoLikenesses likenesses, PhotoLikenessMapper mapper) {
        this.likenesses = likenesses;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<PhotoLikenessListDto>> listPhotoLikenesses(
            UUID inspectionId, UUID photoId, ServerWebExchange exchange) {
        return likenesses
                .of(inspectionId, photoId, Access.of(exchange))
                .map(mapper::toDto)
                .collectList()
                .map(PhotoLikenessListDto::new)
                .map(ResponseEntity::ok);
    }
}
