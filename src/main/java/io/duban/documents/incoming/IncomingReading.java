package io.duban.documents.incoming;

import io.duban.contract.BypassLedgerPageDto;
import io.duban.contract.HandlingSheetDto;
import io.duban.contract.IncomingDeliveryDto;
import io.duban.contract.IncomingDocumentDto;
import io.duban.contract.IncomingDocumentPageDto;
import io.duban.contract.IncomingStatusDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Papers as the contract shows them to one officer. */
@Component
class IncomingReading {

    private static final String ADDRESS = "/v1/incoming-documents/";

    private final PaperFiles files;
    private final JournalEntries entries;
    private final IncomingDesk desk;
    private final IncomingMapper mapper;
    private final Cursors cursors;
    private final Clock clock;

    IncomingReading(
            PaperFiles files,
            JournalEntries entries,
            IncomingDesk desk,
            IncomingMapper mapper,
            Cursors cursors,
            Clock clock) {
        this.files = files;
        this.entries = entries;
        this.desk = desk;
        this.mapper = mapper;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** The query parameters of the list. */
    record Asked(
            @Nullable List<IncomingStatusDto> status,
            boolean waitingForMe,
            int limit,
            @Nullable String cursor) {}

    Mono<ResponseEntity<IncomingDocumentDto>> one(UUID documentId, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        return files.require(documentId, access)
                .doOnNext(file -> WorkSecrets.keepNowhere(file, exchange))
                .map(file ->
                        ResponseEntity.ok().eTag(Versions.etag(file.version())).body(dto(file, access)));
    }

    Mono<ResponseEntity<IncomingDeliveryDto>> delivery(UUID documentId, ServerWebExchange exchange) {
        return files.require(documentId, Access.of(exchange))
                .doOnNext(file -> WorkSecrets.keepNowhere(file, exchange))
                .map(file -> ResponseEntity.ok()
                        .eTag(Versions.etag(file.version()))
                        .body(mapper.toDelivery(file.document())));
    }

    /** The answer to a command: what is new has an address, what was there before is shown again. */
    ResponseEntity<IncomingDocumentDto> answer(PaperFile file, Command command) {
        return begun(file).eTag(Versions.etag(file.version())).body(dto(file, command.access()));
    }

    ResponseEntity<IncomingDeliveryDto> answerSender(PaperFile file, Command command) {
        return begun(file).eTag(Versions.etag(file.version())).body(mapper.toDelivery(file.document()));
    }

    Mono<ResponseEntity<HandlingSheetDto>> sheet(UUID documentId, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        return files.require(documentId, access)
                .doOnNext(file -> WorkSecrets.keepNowhere(file, exchange))
                .doOnNext(file -> Insight.requireInside(file, access.officer()))
                .flatMap(file -> entries.findByDocumentIdOrderByDocumentVersionAscIdAsc(documentId)
                        .map(mapper::toLine)
                        .collectList()
                        .map(lines -> new HandlingSheetDto(
                                        documentId, file.document().content().title(), lines)
                                .registerNumber(file.document().register().registerNumber())))
                .map(ResponseEntity::ok);
    }

    Mono<ResponseEntity<IncomingDocumentPageDto>> page(Asked asked, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(asked.cursor(), person, exchange);
        var status = asked.status() == null
                ? null
                : asked.status().stream()
                        .map(one -> IncomingStatus.valueOf(one.name()))
                        .toList();
        var query = new IncomingDesk.Query(status, asked.waitingForMe(), last.at(), last.id(), asked.limit() + 1);
        return desk.list(query, access, clock.instant())
                .collectList()
                .map(rows -> cursors.page(
                        rows, asked.limit(), row -> Cursors.Place.of(row.deliveredAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new IncomingDocumentPageDto(
                                page.items().stream().map(mapper::toSummary).toList())
                        .nextCursor(page.nextCursor())));
    }

    Mono<ResponseEntity<BypassLedgerPageDto>> bypasses(int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var person = Access.of(exchange).officer().id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        return desk.bypasses(last.at(), last.id(), limit + 1)
                .collectList()
                .map(rows -> cursors.page(
                        rows, limit, row -> Cursors.Place.of(row.registeredAt(), row.documentId()), person, exchange))
                .map(page -> ResponseEntity.ok(new BypassLedgerPageDto(
                                page.items().stream().map(mapper::toEntry).toList())
                        .nextCursor(page.nextCursor())));
    }

    private static ResponseEntity.BodyBuilder begun(PaperFile file) {
        return file.version() == 1 ? ResponseEntity.created(URI.create(ADDRESS + file.id())) : ResponseEntity.ok();
    }

    private IncomingDocumentDto dto(PaperFile file, Access access) {
        return mapper.toDto(IncomingView.of(file, access.officer(), clock.instant()));
    }
}
