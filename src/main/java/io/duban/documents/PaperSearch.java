package io.duban.documents;

import io.duban.contract.DocumentHitPageDto;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.identity.Reach;
import io.duban.platform.identity.Zone;
import io.duban.platform.search.Phrase;
import io.duban.platform.web.Cursors;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Full-text search over all kinds of papers, newest first, in what the officer may read. */
@Component
class PaperSearch {

    private static final Comparator<PaperHit> NEWEST_FIRST = Comparator.comparing(PaperHit::createdAt)
            .thenComparing(hit -> hit.id().toString())
            .reversed()
            // What the paper itself says comes before what its attachment says.
            .thenComparing(hit -> hit.attachment() != null);

    private static final String READ_ATTACHMENT = "doc:read-attachment";

    private final List<SearchedPapers> kinds;
    private final List<SearchedAttachments> attachments;
    private final Permissions permissions;
    private final DocumentsMapper mapper;
    private final Cursors cursors;

    PaperSearch(
            List<SearchedPapers> kinds,
            List<SearchedAttachments> attachments,
            Permissions permissions,
            DocumentsMapper mapper,
            Cursors cursors) {
        this.kinds = kinds;
        this.attachments = attachments;
        this.permissions = permissions;
        this.mapper = mapper;
        this.cursors = cursors;
    }

    Mono<ResponseEntity<DocumentHitPageDto>> page(
            String asked, int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var phrase = Phrase.of(asked);
        var last = cursors.openPlace(cursor, person, exchange);
        return Flux.fromIterable(kinds)
                .concatMap(kind -> kind.containing(phrase, readable(access.reach()), last, limit + 1))
                .concatWith(inAttachments(phrase, access.officer(), last, limit + 1))
                .sort(NEWEST_FIRST)
                .distinct(PaperHit::id)
                .take(limit + 1L)
                .collectList()
                .map(hits ->
                        cursors.page(hits, limit, hit -> Cursors.Place.of(hit.createdAt(), hit.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new DocumentHitPageDto(
                                page.items().stream().map(mapper::toDto).toList())
                        .nextCursor(page.nextCursor())));
    }

    /** No row of the matrix opens the attachments of a paper it does not open, so this reach lies within that of the paper. */
    private Flux<PaperHit> inAttachments(Phrase phrase, Officer officer, Cursors.Place last, int limit) {
        var reach = permissions.reach(officer, READ_ATTACHMENT);
        return reach.isNone()
                ? Flux.empty()
                : Flux.fromIterable(attachments)
                        .concatMap(kind -> kind.containing(phrase, officer, readable(reach), last, limit));
    }

    /** What is seen with masked fields only is not searched: a hit would tell what the mask hides. */
    private static Zone readable(Reach reach) {
        return reach.clear();
    }
}
