package io.duban.documents.outgoing;

import io.duban.contract.OutgoingDocumentDto;
import io.duban.contract.OutgoingDocumentPageDto;
import io.duban.contract.OutgoingStatusDto;
import io.duban.platform.commands.Command;
import io.duban.platform.evidence.EvidenceViewing;
import io.duban.platform.evidence.Rendition;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
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

/** Documents as the contract shows them to one officer. */
@Component
class OutgoingReading {

    private final Dossiers dossiers;
    private final OutgoingDesk desk;
    private final OutgoingMapper mapper;
    private final IssuerNames issuers;
    private final EvidenceViewing files;
    private final Cursors cursors;
    private final Clock clock;

    OutgoingReading(
            Dossiers dossiers,
            OutgoingDesk desk,
            OutgoingMapper mapper,
            IssuerNames issuers,
            EvidenceViewing files,
            Cursors cursors,
            Clock clock) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.mapper = mapper;
        this.issuers = issuers;
        this.files = files;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** The query parameters of the list. */
    record Asked(
            @Nullable List<OutgoingStatusDto> status,
            boolean waitingForMe,
            int limit,
            @Nullable String cursor) {}

    Mono<ResponseEntity<OutgoingDocumentDto>> one(UUID documentId, Access access) {
        return dossiers.require(documentId, access.reach())
                .map(dossier -> ResponseEntity.ok()
                        .eTag(Versions.etag(dossier.version()))
                        .body(dto(dossier, access)));
    }

    /** The answer to a command: what is new has an address, what was there before is shown again. */
    ResponseEntity<OutgoingDocumentDto> answer(Dossier dossier, Command command) {
        var answer = dossier.version() == 1
                ? ResponseEntity.created(URI.create("/v1/outgoing-documents/" + dossier.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(dossier.version())).body(dto(dossier, command.access()));
    }

    Mono<ResponseEntity<OutgoingDocumentPageDto>> page(Asked asked, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(asked.cursor(), person, exchange);
        var query = new OutgoingDesk.Query(
                asked.status() == null
                        ? null
                        : asked.status().stream()
                                .map(status -> OutgoingStatus.valueOf(status.name()))
                                .toList(),
                asked.waitingForMe(),
                last.at(),
                last.id(),
                asked.limit() + 1);
        return desk.list(query, access, clock.instant())
                .collectList()
                .map(rows -> cursors.page(
                        rows, asked.limit(), row -> Cursors.Place.of(row.createdAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new OutgoingDocumentPageDto(
                                page.items().stream().map(mapper::toSummary).toList())
                        .nextCursor(page.nextCursor())));
    }

    /** Always to be saved, never to be shown by a browser as a page of ours. */
    ResponseEntity<Flux<DataBuffer>> download(StoredFile file) {
        var name = file.fileName() == null ? file.id().toString() : file.fileName();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(files.mediaType(file, Rendition.ORIGINAL)))
                .contentLength(file.sizeBytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(files.content(file, Rendition.ORIGINAL));
    }

    private OutgoingDocumentDto dto(Dossier dossier, Access access) {
        var name = issuers.require(dossier.document().paper().issuer());
        return mapper.toDto(OutgoingView.of(dossier, name, access.officer(), clock.instant()));
    }
}
