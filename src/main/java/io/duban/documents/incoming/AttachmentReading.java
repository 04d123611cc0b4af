package io.duban.documents.incoming;

import io.duban.contract.PaperPagesDto;
import io.duban.contract.PaperTextDto;
import io.duban.platform.audit.ReadTrail;
import io.duban.platform.evidence.EvidenceViewing;
import io.duban.platform.evidence.Rendition;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Access;
import io.duban.platform.pages.PageAnswers;
import io.duban.platform.pages.Watermark;
import io.duban.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A paper's files: as bytes, as pages, as words; of a work secret nothing but pages that name their reader. */
@Component
class AttachmentReading {

    private final PaperFiles files;
    private final EvidenceViewing viewing;
    private final PageAnswers answers;
    private final ReadTrail trail;
    private final Clock clock;

    AttachmentReading(PaperFiles files, EvidenceViewing viewing, PageAnswers answers, ReadTrail trail, Clock clock) {
        this.files = files;
        this.viewing = viewing;
        this.answers = answers;
        this.trail = trail;
        this.clock = clock;
    }

    /** One page of one file, as asked for. */
    record Wanted(UUID documentId, UUID attachmentId, int page, int width, boolean watermark) {}

    /** A file of a paper in reach. */
    private record Attached(PaperFile paper, StoredFile file) {}

    /** Always to be saved, never to be shown by a browser as a page of ours. */
    Mono<ResponseEntity<Flux<DataBuffer>>> download(UUID documentId, UUID attachmentId, ServerWebExchange exchange) {
        return require(documentId, attachmentId, exchange)
                .doOnNext(found -> WorkSecrets.requireCopies(found.paper()))
                .map(found -> saved(found.file()));
    }

    Mono<ResponseEntity<PaperPagesDto>> pages(UUID documentId, UUID attachmentId, ServerWebExchange exchange) {
        return require(documentId, attachmentId, exchange).flatMap(found -> answers.pages(found.file(), exchange));
    }

    /** Every page of a work secret that was shown stands in the audit trail before it is sent. */
    Mono<ResponseEntity<Flux<DataBuffer>>> picture(Wanted wanted, ServerWebExchange exchange) {
        return require(wanted.documentId(), wanted.attachmentId(), exchange)
                .flatMap(found -> answers.picture(
                                found.file(),
                                wanted.page(),
                                wanted.width(),
                                watermark(found.paper(), wanted.watermark(), Access.of(exchange)),
                                exchange)
                        .delayUntil(shown -> audited(found, wanted.page(), exchange)));
    }

    Mono<ResponseEntity<PaperTextDto>> text(UUID documentId, UUID attachmentId, ServerWebExchange exchange) {
        return require(documentId, attachmentId, exchange)
                .doOnNext(found -> WorkSecrets.requireCopies(found.paper()))
                .flatMap(found -> answers.text(found.file(), exchange));
    }

    /** A file of this very paper, in reach; its sender gets only what is his. */
    private Mono<Attached> require(UUID documentId, UUID attachmentId, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        return files.require(documentId, access)
                .doOnNext(paper -> WorkSecrets.keepNowhere(paper, exchange))
                .flatMapIterable(paper -> Insight.of(paper, access.officer()).attachments().stream()
                        .map(file -> new Attached(paper, file))
                        .toList())
                .filter(found -> found.file().id().equals(attachmentId))
                .next()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** It names whoever looks, which is the delegate where one acts for his principal. */
    private @Nullable Watermark watermark(PaperFile paper, boolean wished, Access access) {
        return wished || paper.document().content().isWorkSecret()
                ? new Watermark(access.actor().name(), clock.instant())
                : null;
    }

    private Mono<Void> audited(Attached found, int page, ServerWebExchange exchange) {
        var paper = found.paper();
        return paper.document().content().isWorkSecret()
                ? trail.read(
                        new ReadTrail.Page(
                                paper.subjectType(),
                                paper.id(),
                                paper.version(),
                                found.file().id(),
                                page),
                        exchange)
                : Mono.empty();
    }

    private ResponseEntity<Flux<DataBuffer>> saved(StoredFile file) {
        var name = file.fileName() == null ? file.id().toString() : file.fileName();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(viewing.mediaType(file, Rendition.ORIGINAL)))
                .contentLength(file.sizeBytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(viewing.content(file, Rendition.ORIGINAL));
    }
}
