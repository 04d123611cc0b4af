package io.duban.documents.outgoing;

import io.duban.contract.OutgoingPagesApi;
import io.duban.contract.PaperPagesDto;
import io.duban.contract.PaperTextDto;
import io.duban.platform.identity.Access;
import io.duban.platform.pages.PageAnswers;
import io.duban.platform.pages.Watermark;
import java.time.Clock;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Attachments of outgoing documents as pages: translation only. */
@RestController
class OutgoingPagesController implements OutgoingPagesApi {

    private final OutgoingAttaching attaching;
    private final PageAnswers answers;
    private final Clock clock;

    OutgoingPagesController(OutgoingAttaching attaching, PageAnswers answers, Clock clock) {
        this.attaching = attaching;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Mono<ResponseEntity<PaperPagesDto>> describeOutgoingAttachment(
            UUID id, UUID attachmentId, ServerWebExchange exchange) {
        return attaching.require(id, attachmentId, Access.of(exchange)).flatMap(file -> answers.pages(file, exchange));
    }

    @Override
    public Mono<ResponseEntity<Flux<DataBuffer>>> getOutgoingAttachmentPage(
            UUID id, UUID attachmentId, Integer page, Integer width, Boolean watermark, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var mark = watermark ? new Watermark(access.actor().name(), clock.instant()) : null;
        return attaching
                .require(id, attachmentId, access)
                .flatMap(file -> answers.picture(file, page, width, mark, exchange));
    }

    @Override
    public Mono<ResponseEntity<PaperTextDto>> getOutgoingAttachmentText(
            UUID id, UUID attachmentId, ServerWebExchange exchange) {
        return attaching.require(id, attachmentId, Access.of(exchange)).flatMap(file -> answers.text(file, exchange));
    }
}
