package io.duban.platform.uploads;

import io.duban.contract.UploadsApi;
import io.duban.platform.evidence.Intake;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the uploads' part of the contract, which is tus 1.0: translation only. */
@RestController
class UploadController implements UploadsApi {

    private static final String EXTENSIONS = "creation,creation-with-upload,termination,checksum,expiration";
    private static final String OFFSET = "Upload-Offset";

    private final Uploading uploading;

    UploadController(Uploading uploading) {
        this.uploading = uploading;
    }

    @Override
    public Mono<ResponseEntity<Void>> getUploadCapabilities(ServerWebExchange exchange) {
        return Mono.just(ResponseEntity.noContent()
                .header("Tus-Version", TusRequests.VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Max-Size", String.valueOf(Intake.ATTACHMENT.limitBytes()))
                .header("Tus-Checksum-Algorithm", "sha256,sha1")
                .build());
    }

    @Override
    public Mono<ResponseEntity<Void>> createUpload(
            String version,
            Long length,
            String metadata,
            String checksum,
            Flux<DataBuffer> body,
            ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        var sendsBytes = headers.getContentType() != null && headers.getContentLength() != 0;
        return Mono.defer(() -> uploading.create(
                        TusHeaders.declaration(metadata),
                        length,
                        sendsBytes ? piece(0, checksum, body, exchange) : null,
                        exchange))
                .map(state -> ResponseEntity.created(URI.create(TusRequests.UPLOADS + "/" + state.id()))
                        .headers(told(state))
                        .build());
    }

    @Override
    public Mono<ResponseEntity<Void>> getUploadOffset(UUID id, String version, ServerWebExchange exchange) {
        return uploading
                .find(id, exchange)
                .map(state -> ResponseEntity.ok()
                        .headers(told(state))
                        .header("Upload-Length", String.valueOf(state.length()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @Override
    public Mono<ResponseEntity<Void>> sendUploadPart(
            UUID id, String version, Long offset, String checksum, Flux<DataBuffer> body, ServerWebExchange exchange) {
        return Mono.defer(() -> uploading.append(id, piece(offset, checksum, body, exchange), exchange))
                .map(state -> ResponseEntity.noContent().headers(told(state)).build());
    }

    @Override
    public Mono<ResponseEntity<Void>> terminateUpload(UUID id, String version, ServerWebExchange exchange) {
        return uploading
                .terminate(id, exchange)
                .thenReturn(ResponseEntity.noContent().build());
    }

    private static Uploading.Piece piece(
            long offset, @Nullable String checksum, @Nullable Flux<DataBuffer> body, ServerWebExchange exchange) {
        return new Uploading.Piece(
                offset,
                exchange.getRequest().getHeaders().getContentLength(),
                TusHeaders.checksum(checksum),
                body == null ? Flux.empty() : body);
    }

    private static HttpHeaders told(UploadState state) {
        var headers = new HttpHeaders();
        headers.set(OFFSET, String.valueOf(state.offset()));
        if (state.expiresAt() != null) {
            headers.setInstant("Upload-Expires", state.expiresAt());
        }
        return headers;
    }
}
