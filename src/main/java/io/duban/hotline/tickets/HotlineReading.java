package io.duban.hotline.tickets;

import io.duban.contract.AlertLightDto;
import io.duban.contract.BoardCountDto;
import io.duban.contract.HotlineBoardDto;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.HotlineTicketPageDto;
import io.duban.contract.HotlineTicketStatusDto;
import io.duban.hotline.letters.WrittenAnswers;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.events.LogCursor;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Times;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tickets as the contract shows them to one officer. */
@Component
class HotlineReading {

    private final HotlineTickets tickets;
    private final TicketDesk desk;
    private final TicketPages pages;
    private final OpenTickets open;
    private final WrittenAnswers letters;
    private final HotlineMapper mapper;
    private final Permissions permissions;
    private final LogCursor log;
    private final Cursors cursors;
    private final Times times;
    private final Clock clock;

    HotlineReading(
            HotlineTickets tickets,
            TicketDesk desk,
            TicketPages pages,
            OpenTickets open,
            WrittenAnswers letters,
            HotlineMapper mapper,
            Permissions permissions,
            LogCursor log,
            Cursors cursors,
            Times times,
            Clock clock) {
        this.tickets = tickets;
        this.desk = desk;
        this.pages = pages;
        this.open = open;
        this.letters = letters;
        this.mapper = mapper;
        this.permissions = permissions;
        this.log = log;
        this.cursors = cursors;
        this.times = times;
        this.clock = clock;
    }

    /** The query parameters of the list. */
    record Asked(
            @Nullable List<HotlineTicketStatusDto> status,
            @Nullable AlertLightDto light,
            @Nullable UUID hostUnitId,
            @Nullable OffsetDateTime updatedSince,
            int limit,
            @Nullable String cursor) {}

    Mono<ResponseEntity<HotlineTicketDto>> one(UUID ticketId, Access access) {
        return tickets.require(ticketId, access.reach())
                .flatMap(ticket -> view(ticket, access)
                        .map(view -> ResponseEntity.ok()
                                .eTag(Versions.etag(ticket.version()))
                                .body(mapper.toDto(view))));
    }

    /** The answer to a command: what is new has an address, what was there before is shown again. */
    ResponseEntity<HotlineTicketDto> answer(HotlineTicket ticket, Command command) {
        var isNew = ticket.version() == 1 && ticket.acceptedAt().equals(command.now());
        var answer =
                isNew ? ResponseEntity.created(URI.create("/v1/hotline-tickets/" + ticket.id())) : ResponseEntity.ok();
        return answer.eTag(Versions.etag(ticket.version())).body(dto(ticket, command.access()));
    }

    Mono<ResponseEntity<HotlineTicketPageDto>> page(Asked asked, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(asked.cursor(), person, exchange);
        var query = new TicketPages.Query(
                asked.status() == null
                        ? null
                        : asked.status().stream()
                                .map(status -> HotlineTicketStatus.valueOf(status.name()))
                                .toList(),
                asked.light() == null ? null : AlertLight.valueOf(asked.light().name()),
                asked.hostUnitId(),
                times.toDomain(asked.updatedSince()),
                last.at(),
                last.id(),
                asked.limit() + 1);
        return pages.list(query, access.zone(), clock.instant())
                .collectList()
                .map(rows -> cursors.page(
                        rows, asked.limit(), row -> Cursors.Place.of(row.acceptedAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new HotlineTicketPageDto(
                                page.items().stream().map(mapper::toSummary).toList())
                        .nextCursor(page.nextCursor())));
    }

    /** The cursor is taken before the counts: what happens in between is counted and then seen again on the stream, never missed. */
    Mono<ResponseEntity<HotlineBoardDto>> board(Access access) {
        var now = clock.instant();
        return log.currentCursor()
                .flatMap(cursor -> Mono.zip(
                                desk.board(access.zone(), now),
                                open.byUnit(access.zone(), now),
                                open.byCategory(access.zone(), now))
                        .map(counted -> ResponseEntity.ok(new HotlineBoardDto(
                                times.toContract(now),
                                cursor,
                                counted.getT1().stream()
                                        .map(HotlineReading::count)
                                        .toList(),
                                mapper.toUnits(counted.getT2()),
                                mapper.toCategories(counted.getT3())))));
    }

    /** Whether the answer to a letter is signed stands in the letter's own row: until then nobody can pass it. */
    private Mono<TicketView> view(HotlineTicket ticket, Access access) {
        var view = TicketView.of(ticket, access.officer(), permissions, clock.instant());
        return ticket.status() == HotlineTicketStatus.FEEDBACK_SUBMITTED && LetterDuty.isLetter(ticket)
                ? letters.isSigned(ticket.id()).map(signed -> signed ? view : view.without(TicketMove.PASS_AUDIT))
                : Mono.just(view);
    }

    private HotlineTicketDto dto(HotlineTicket ticket, Access access) {
        return mapper.toDto(TicketView.of(ticket, access.officer(), permissions, clock.instant()));
    }

    private static BoardCountDto count(TicketDesk.Count count) {
        return new BoardCountDto(
                HotlineTicketStatusDto.valueOf(count.status().name()),
                AlertLightDto.valueOf(count.light().name()),
                count.count());
    }
}
