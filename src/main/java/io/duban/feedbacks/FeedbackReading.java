package io.duban.feedbacks;

import io.duban.contract.FeedbackDto;
import io.duban.contract.FeedbackPageDto;
import io.duban.contract.FeedbackStatusDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
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

/** Complaints and suggestions as the contract shows them to one reader. */
@Component
class FeedbackReading {

    private final Feedbacks feedbacks;
    private final FeedbackFiles files;
    private final FeedbackMapper mapper;
    private final Cursors cursors;
    private final Clock clock;

    FeedbackReading(Feedbacks feedbacks, FeedbackFiles files, FeedbackMapper mapper, Cursors cursors, Clock clock) {
        this.feedbacks = feedbacks;
        this.files = files;
        this.mapper = mapper;
        this.cursors = cursors;
        this.clock = clock;
    }

    Mono<ResponseEntity<FeedbackDto>> one(UUID id, Access access) {
        return files.require(id, access.reach())
                .map(file ->
                        ResponseEntity.ok().eTag(Versions.etag(file.version())).body(dto(file, access.officer())));
    }

    ResponseEntity<FeedbackDto> answer(FeedbackFile file, Command command) {
        var answer = file.version() == 1
                ? ResponseEntity.created(URI.create("/v1/feedback/" + file.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(file.version())).body(dto(file, command.officer()));
    }

    /** Those in the zone of the operation: the reader's own, and all for the office. */
    Mono<ResponseEntity<FeedbackPageDto>> page(
            @Nullable List<FeedbackStatusDto> status, int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        return feedbacks
                .page(
                        access.zone().everything(),
                        access.zone().hands().toArray(UUID[]::new),
                        names(status),
                        last.at(),
                        last.id(),
                        limit + 1)
                .collectList()
                .flatMap(files::answered)
                .map(found -> cursors.page(
                        found,
                        limit,
                        file -> Cursors.Place.of(file.feedback().postedAt(), file.id()),
                        person,
                        exchange))
                .map(page -> ResponseEntity.ok(new FeedbackPageDto(page.items().stream()
                                .map(file -> dto(file, access.officer()))
                                .toList())
                        .nextCursor(page.nextCursor())));
    }

    private static String[] names(@Nullable List<FeedbackStatusDto> status) {
        return status == null ? new String[0] : status.stream().map(Enum::name).toArray(String[]::new);
    }

    private FeedbackDto dto(FeedbackFile file, Officer reader) {
        return mapper.toDto(FeedbackView.of(file, reader, clock.instant()));
    }
}
