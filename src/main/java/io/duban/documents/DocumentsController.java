package io.duban.documents;

import io.duban.contract.DocumentDeskDto;
import io.duban.contract.DocumentHitPageDto;
import io.duban.contract.DocumentsApi;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of all kinds of papers: translation only. */
@RestController
class DocumentsController implements DocumentsApi {

    private final PaperSearch search;
    private final DocumentDesk desk;

    DocumentsController(PaperSearch search, DocumentDesk desk) {
        this.search = search;
        this.desk = desk;
    }

    @Override
    public Mono<ResponseEntity<DocumentHitPageDto>> searchDocuments(
            String q, Integer limit, String cursor, ServerWebExchange exchange) {
        return search.page(q, limit, cursor, exchange);
    }

    @Override
    public Mono<ResponseEntity<DocumentDeskDto>> getDocumentDesk(
            Integer limit, String cursor, ServerWebExchange exchange) {
        return desk.page(limit, cursor, exchange);
    }
}
