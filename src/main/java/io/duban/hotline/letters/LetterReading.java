package io.duban.hotline.letters;

import io.duban.contract.LetterStatusDto;
import io.duban.contract.MailboxLetterDto;
import io.duban.contract.MailboxLetterPageDto;
import io.duban.contract.PublishedAnswerPageDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Letters as the contract shows them to one officer. */
@Component
class LetterReading {

    private final MailboxLetters letters;
    private final LetterDesk desk;
    private final LetterMapper mapper;
    private final Cursors cursors;

    LetterReading(MailboxLetters letters, LetterDesk desk, LetterMapper mapper, Cursors cursors) {
        this.letters = letters;
        this.desk = desk;
        this.mapper = mapper;
        this.cursors = cursors;
    }

    Mono<ResponseEntity<MailboxLetterDto>> one(UUID letterId, Access access) {
        return letters.require(letterId, access.reach())
                .flatMap(letter ->
                        desk.writer(letter.ticketId()).map(writer -> answer(letter, access, writer.isPublishable())));
    }

    /** The answer to a command. */
    ResponseEntity<MailboxLetterDto> answer(MailboxLetter letter, Command command) {
        return answer(letter, command.access(), true);
    }

    Mono<ResponseEntity<MailboxLetterPageDto>> page(
            @Nullable List<LetterStatusDto> status, int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var states = status == null
                ? null
                : status.stream()
                        .map(state -> LetterStatus.valueOf(state.name()))
                        .toList();
        return desk.list(states, cursors.openPlace(cursor, person, exchange), limit + 1, access)
                .collectList()
                .map(rows ->
                        cursors.page(rows, limit, row -> Cursors.Place.of(row.draftedAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new MailboxLetterPageDto(
                                page.items().stream().map(mapper::toSummary).toList())
                        .nextCursor(page.nextCursor())));
    }

    Mono<ResponseEntity<PublishedAnswerPageDto>> published(
            int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var person = Access.of(exchange).officer().id().toString();
        return desk.published(cursors.openPlace(cursor, person, exchange), limit + 1)
                .collectList()
                .map(rows -> cursors.page(
                        rows, limit, row -> Cursors.Place.of(row.publishedAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new PublishedAnswerPageDto(
                                page.items().stream().map(mapper::toDto).toList())
                        .nextCursor(page.nextCursor())));
    }

    private ResponseEntity<MailboxLetterDto> answer(MailboxLetter letter, Access access, boolean publishable) {
        return ResponseEntity.ok()
                .eTag(Versions.etag(letter.version()))
                .body(mapper.toDto(LetterView.of(letter, access.officer(), publishable)));
    }
}
