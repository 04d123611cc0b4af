package io.duban.documents.incoming;

import io.duban.contract.IncomingPagesApi;
import io.duban.contract.PaperPagesDto;
import io.duban.contract.PaperTextDto;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of incoming papers and their pages: translation only. */
@RestController
class IncomingPagesController implements IncomingPagesApi {

    private final AttachmentReading reading;

    IncomingPagesController(AttachmentReading reading) {
        this.reading = reading;
    }

    @Override
    public Mono<ResponseEntity<Flux<DataBuffer>>> getIncomingAttachment(
            UUID id, UUID attachmentId, ServerWebExchange exchange) {
        return reading.download(id, attachmentId, exchange);
    }

    @Override
    public Mono<ResponseEntity<PaperPagesDto>> describeIncomingAttachment(
            UUID id, UUID attachmentId, ServerWebExchange exchange) {
        return reading.pages(id, attachmentId, exchange);
    }

    @Override
    public Mono<ResponseEntity<Flux<DataBuffer>>> getIncomingAttachmentPage(
            UUID id, UUID attachmentId, Integer page, Integer width, Boolean watermark, ServerWebExchange exchange) {
        return reading.picture(new AttachmentReading.Wanted(id, attachmentId, page, width, watermark), exchange);
    }

    @Override
    public Mono<ResponseEntity<PaperTextDto>> getIncomingAttachmentText(
            UUID id, UUID attachmentId, ServerWebExchange exchange) {
        return reading.text(id, attachmentId, exchange);
    }
}
