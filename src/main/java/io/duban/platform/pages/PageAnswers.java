package io.duban.platform.pages;

import io.duban.contract.PaperPagesDto;
import io.duban.contract.PaperTextDto;
import io.duban.platform.evidence.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pages as answers of HTTP, the same in every module that has attachments. The caller has made sure that this person may read this file; answers
 * may be kept by his phone and are asked for anew by their tag, but a picture with a watermark is kept nowhere.
 */
@Component
public class PageAnswers {

    private final PageReading reading;
    private final PageMapper mapper;

    PageAnswers(PageReading reading, PageMapper mapper) {
        this.reading = reading;
        this.mapper = mapper;
    }

    /** What {@link PageReading#describe} finds; a file that cannot be shown is an answer too. */
    public Mono<ResponseEntity<PaperPagesDto>> pages(StoredFile file, ServerWebExchange exchange) {
        return reading.describe(file).map(report -> {
            var tag = tag(file, report.edition(), "pages", report.readAt().toEpochMilli());
            return isKnown(tag, exchange)
                    ? ResponseEntity.status(304).eTag(tag).build()
                    : ResponseEntity.ok().eTag(tag).body(mapper.toDto(report));
        });
    }

    /**
     * What {@link PageReading#image} draws.
     *
     * @param watermark what must stand across it; null for nothing
     */
    public Mono<ResponseEntity<Flux<DataBuffer>>> picture(
            StoredFile file, int page, int width, @Nullable Watermark watermark, ServerWebExchange exchange) {
        var tag = tag(file, reading.edition(), "page", page, width);
        if (watermark == null && isKnown(tag, exchange)) {
            // Known pictures were shown before, so the page is there; nothing is read for this answer.
            return Mono.just(ResponseEntity.status(304).eTag(tag).build());
        }
        return reading.image(file, page, width, watermark).map(image -> {
            var answer = ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(image.mediaType()))
                    .contentLength(image.bytes().length)
                    .header("X-Content-Type-Options", "nosniff");
            if (watermark == null) {
                answer.eTag(tag);
            } else {
                // Set on the exchange: headers of a response entity are added to those that are there already.
                exchange.getResponse().getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            return answer.body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(image.bytes())));
        });
    }

    /** The words page by page. */
    public Mono<ResponseEntity<PaperTextDto>> text(StoredFile file, ServerWebExchange exchange) {
        return reading.describe(file).flatMap(report -> {
            var tag = tag(file, report.edition(), "text", report.readAt().toEpochMilli());
            return isKnown(tag, exchange)
                    ? Mono.just(ResponseEntity.status(304).eTag(tag).build())
                    : reading.text(file)
                            .map(mapper::toDto)
                            .collectList()
                            .map(pages -> ResponseEntity.ok().eTag(tag).body(new PaperTextDto(file.id(), pages)));
        });
    }

    private static String tag(StoredFile file, Object... parts) {
        var tag = new StringBuilder("\"").append(file.sha256(), 0, 16);
        for (var part : parts) {
            tag.append('-').append(part);
        }
        return tag.append('"').toString();
    }

    private static boolean isKnown(String tag, ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getIfNoneMatch().stream()
                .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                .anyMatch(tag::equals);
    }
}
