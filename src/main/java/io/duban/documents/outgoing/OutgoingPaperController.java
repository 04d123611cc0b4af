package io.duban.documents.outgoing;

import io.duban.contract.OutgoingPapersApi;
import io.duban.platform.identity.Access;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the printed papers of the contract: translation only. */
@RestController
class OutgoingPaperController implements OutgoingPapersApi {

    private final OutgoingPrinting printing;

    OutgoingPaperController(OutgoingPrinting printing) {
        this.printing = printing;
    }

    @Override
    public Mono<ResponseEntity<Flux<DataBuffer>>> printOutgoingPaper(UUID documentId, ServerWebExchange exchange) {
        return printing.print(documentId, Access.of(exchange)).map(OutgoingPaperController::file);
    }

    private static ResponseEntity<Flux<DataBuffer>> file(OutgoingPrinting.Printed printed) {
        var name = ContentDisposition.attachment()
                .filename(printed.fileName(), StandardCharsets.UTF_8)
                .build();
        Flux<DataBuffer> content =
                Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(printed.content())));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(printed.content().length)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
