package io.duban.documents;

import io.duban.contract.DocumentDeskDto;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Principals;
import io.duban.platform.identity.Principals.Standing;
import io.duban.platform.todos.DeskKind;
import io.duban.platform.todos.DeskLine;
import io.duban.platform.todos.DeskQuery;
import io.duban.platform.todos.DeskSubject;
import io.duban.platform.web.Cursors;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits on my desk, with what I may do about it: the phone shows its buttons without another request. */
@Component
class DocumentDesk {

    private static final String PERMISSION = "doc:read";

    private static final Comparator<DeskQuery.Place> URGENT_FIRST = Comparator.comparingInt(DeskQuery.Place::urgency)
            .thenComparingInt(DeskQuery.Place::light)
            .thenComparing(DeskQuery.Place::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(place -> place.todoId().toString());

    private final Map<String, DeskKind> kinds;
    private final Principals principals;
    private final DocumentsMapper mapper;
    private final Cursors cursors;
    private final Clock clock;

    DocumentDesk(List<DeskKind> kinds, Principals principals, DocumentsMapper mapper, Cursors cursors, Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(DeskKind::kind, kind -> kind));
        this.principals = principals;
        this.mapper = mapper;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Lines of one kind for one person's moves: mine, or those of a principal. */
    private record Share(String kind, Optional<UUID> principal) {

        static Share of(DeskLine line) {
            return new Share(line.kind(), Optional.ofNullable(line.onBehalfOf()));
        }
    }

    /** A line with what it is about. */
    record Item(DeskLine line, DeskSubject subject) {}

    Mono<ResponseEntity<DocumentDeskDto>> page(int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id();
        var keys = cursors.open(cursor, person.toString(), exchange).orElse(List.of());
        var query = DeskQuery.of(person, clock.instant(), keys, limit + 1);
        return Flux.fromIterable(kinds.values())
                .concatMap(kind -> kind.lines(query))
                .sort(Comparator.comparing(DeskLine::place, URGENT_FIRST))
                .take(limit + 1L)
                .collectList()
                .map(lines -> cursors.page(
                        lines, limit, line -> line.place().keys(query.asOf()), person.toString(), exchange))
                .flatMap(page -> items(page.items(), access, query.asOf())
                        .map(items -> ResponseEntity.ok(new DocumentDeskDto(
                                        items.stream().map(mapper::toDto).toList())
                                .nextCursor(page.nextCursor()))));
    }

    private Mono<List<Item>> items(List<DeskLine> lines, Access access, Instant now) {
        return Flux.fromIterable(
                        lines.stream().collect(Collectors.groupingBy(Share::of)).entrySet())
                .concatMap(share -> about(share.getKey(), share.getValue(), access, now))
                .sort(Comparator.comparing(item -> item.line().place(), URGENT_FIRST))
                .collectList();
    }

    private Flux<Item> about(Share share, List<DeskLine> lines, Access access, Instant now) {
        var ids = lines.stream().map(DeskLine::subjectId).collect(Collectors.toSet());
        var kind = kinds.get(share.kind());
        return standing(share, access)
                .flatMapMany(who -> kind.subjects(ids, who.officer(), who.reach(), now))
                .collectMap(DeskSubject::id)
                .flatMapIterable(subjects -> lines.stream()
                        .filter(line -> subjects.containsKey(line.subjectId()))
                        .map(line -> new Item(line, subjects.get(line.subjectId())))
                        .toList());
    }

    private Mono<Standing> standing(Share share, Access access) {
        return share.principal()
                .map(principal -> principals.of(principal, access.officer(), PERMISSION))
                .orElseGet(() -> Mono.just(new Standing(access.officer(), access.reach())));
    }
}
