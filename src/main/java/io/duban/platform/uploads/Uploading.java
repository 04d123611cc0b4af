package io.duban.platform.uploads;

import io.duban.platform.evidence.PartChecksum;
import io.duban.platform.evidence.PartFiles;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bytes of declared files, sent piece by piece by their declarer. */
@Component
class Uploading {

    private static final int MOST_OPEN = 100;

    private final DeclarationKeeping keeping;
    private final Uploads uploads;
    private final UploadCompletion completion;
    private final PartFiles parts;
    private final Clock clock;

    Uploading(DeclarationKeeping keeping, Uploads uploads, UploadCompletion completion, PartFiles parts, Clock clock) {
        this.keeping = keeping;
        this.uploads = uploads;
        this.completion = completion;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * A piece as it comes.
     *
     * @param offset where it belongs; 0 with a creation
     * @param bytes how many are announced; -1 when they are not
     */
    record Piece(long offset, long bytes, @Nullable PartChecksum checksum, Flux<DataBuffer> body) {}

    /**
     * @param length as {@code Upload-Length} tells it
     * @param first the first bytes; null when they come later. Left unread when an earlier upload has come further
     */
    Mono<UploadState> create(UUID id, long length, @Nullable Piece first, ServerWebExchange exchange) {
        return requireOwn(id, exchange).flatMap(own -> {
            var file = own.file();
            if (file.hasArrived()) {
                return Mono.just(UploadState.arrived(file));
            }
            if (length != file.sizeBytes()) {
                return Mono.error(Refusal.invalid(
                        "Upload-Length", "Upload-Length 与登记的文件大小不符。", "Upload-Length is not the declared size."));
            }
            return live(file)
                    .switchIfEmpty(Mono.defer(() -> opened(file)))
                    .flatMap(upload -> state(own, upload))
                    .flatMap(state -> first == null || state.offset() > 0
                            ? settled(own, state, exchange)
                            : appended(own, state, first, exchange));
        });
    }

    Mono<UploadState> find(UUID id, ServerWebExchange exchange) {
        return requireOwn(id, exchange)
                .flatMap(own -> own.file().hasArrived()
                        ? Mono.just(UploadState.arrived(own.file()))
                        : requireLive(own).flatMap(state -> settled(own, state, exchange)));
    }

    Mono<UploadState> append(UUID id, Piece piece, ServerWebExchange exchange) {
        return requireOwn(id, exchange)
                .flatMap(own -> own.file().hasArrived()
                        ? arrivedAt(own.file(), piece)
                        : requireLive(own).flatMap(state -> appended(own, state, piece, exchange)));
    }

    Mono<Void> terminate(UUID id, ServerWebExchange exchange) {
        return requireOwn(id, exchange)
                .map(own -> own.file().requireAwaited("TERMINATE"))
                .flatMap(file -> uploads.findById(file.id()))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(upload -> parts.discard(id))
                .then(Mono.defer(() -> uploads.close(id)))
                .then();
    }

    private Mono<DeclarationKeeping.Own> requireOwn(UUID id, ServerWebExchange exchange) {
        return keeping.requireOwn(id, Access.of(exchange).officer())
                .filter(own -> own.file().withdrawnAt() == null)
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private Mono<Upload> live(DeclaredFile file) {
        return uploads.findById(file.id()).filter(upload -> upload.isLive(clock.instant()));
    }

    private Mono<UploadState> requireLive(DeclarationKeeping.Own own) {
        return live(own.file()).switchIfEmpty(Mono.error(Refusal::notFound)).flatMap(upload -> state(own, upload));
    }

    private Mono<UploadState> state(DeclarationKeeping.Own own, Upload upload) {
        return parts.resumable(upload.id())
                .map(offset -> new UploadState(upload.id(), offset, own.file().sizeBytes(), upload.expiresAt()));
    }

    private Mono<Upload> opened(DeclaredFile file) {
        var now = clock.instant();
        var upload = new Upload(file.id(), now, now.plus(parts.keptFor()), null, null);
        return parts.requireRoom(file.sizeBytes())
                .then(Mono.defer(() ->
                        uploads.open(upload.id(), file.declaredBy(), MOST_OPEN, upload.openedAt(), upload.expiresAt())))
                .filter(opened -> opened > 0)
                .switchIfEmpty(Mono.error(Uploading::tooMany))
                .then(Mono.defer(() -> parts.discard(file.id())))
                .thenReturn(upload);
    }

    private Mono<UploadState> appended(
            DeclarationKeeping.Own own, UploadState state, Piece piece, ServerWebExchange exchange) {
        if (piece.offset() + piece.bytes() > state.length()) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_WEB_TOO_LARGE,
                    "传来的内容超出登记的文件大小。",
                    "More is sent than the declared size of the file."));
        }
        return parts.requireRoom(state.length() - state.offset())
                .then(Mono.defer(() -> parts.append(
                        state.id(),
                        new PartFiles.Piece(piece.offset(), state.length(), piece.checksum()),
                        piece.body())))
                .map(offset -> new UploadState(state.id(), offset, state.length(), state.expiresAt()))
                .flatMap(reached -> settled(own, reached, exchange));
    }

    /** All bytes are here, and perhaps the server was killed before it made a file of them. */
    private Mono<UploadState> settled(DeclarationKeeping.Own own, UploadState state, ServerWebExchange exchange) {
        return state.isWhole() ? completion.complete(own, exchange) : Mono.just(state);
    }

    private static Mono<UploadState> arrivedAt(DeclaredFile file, Piece piece) {
        return piece.offset() == file.sizeBytes() && piece.bytes() <= 0
                ? Mono.just(UploadState.arrived(file))
                : Mono.error(Refusal.of(
                        RefusalCode.E_WEB_UPLOAD_OFFSET,
                        "文件已全部收到,不必再传。",
                        "All of the file has arrived; nothing more needs to be sent."));
    }

    private static Refusal tooMany() {
        return Refusal.of(
                RefusalCode.E_WEB_TOO_MANY_UPLOADS,
                "您有 " + MOST_OPEN + " 个文件还没有传完,请先传完再开始新的。",
                MOST_OPEN + " of your uploads are unfinished; finish some first.");
    }
}
