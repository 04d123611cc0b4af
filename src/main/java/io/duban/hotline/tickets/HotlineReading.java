package io.duban.hotline.tickets;

import io.duban.contract.AlertLightDto;
import io.duban.contract.BoardCountDto;
import io.duban.contract.HotlineBoardDto;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.HotlineTicketPageDto;
import io.duban.contract.HotlineTicketStatusDto;
import io.duban.contract.TicketAcceptanceDto;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.events.LogCursor;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Times;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Tickets as the contract shows them to one officer. */
@Component
class HotlineReading {

    private final HotlineTickets tickets;
    private final TicketDesk desk;
    private final HotlineMapper mapper;
    private final Permissions permissions;
    private final LogCursor log;
    private final Cursors cursors;
    private final Times times;
    private final JsonMapper json;
    private final Clock clock;

    HotlineReading(
            HotlineTickets tickets,
            TicketDesk desk,
            HotlineMapper mapper,
            Permissions permissions,
            LogCursor log,
            Cursors cursors,
            Times times,
            JsonMapper json,
            Clock clock) {
        this.tickets = tickets;
        this.desk = desk;
        this.mapper = mapper;
        this.permissions = permissions;
        this.log = log;
        this.cursors = cursors;
        this.times = times;
        this.json = json;
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
                .map(ticket -> ResponseEntity.ok()
                        .eTag(Versions.etag(ticket.version()))
                        .body(dto(ticket, access)));
    }

    /** The answer to a command: what is new has an address, what was there before is shown again. */
    ResponseEntity<HotlineTicketDto> answer(HotlineTicket ticket, Command command) {
        var answer = ticket.version() == 1
                ? ResponseEntity.created(URI.create("/v1/hotline-tickets/" + ticket.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(ticket.version())).body(dto(ticket, command.access()));
    }

    Mono<ResponseEntity<HotlineTicketPageDto>> page(Asked asked, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(asked.cursor(), person, exchange);
        var query = new TicketDesk.Query(
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
        return desk.list(query, access, clock.instant())
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
                .flatMap(cursor -> desk.board(access.zone(), now)
                        .map(counts -> ResponseEntity.ok(new HotlineBoardDto(
                                times.toContract(now),
                                cursor,
                                counts.stream().map(HotlineReading::count).toList()))));
    }

    /** The contract's demand as our own, with a hash of what the partner sent. */
    TicketIntake.Acceptance acceptance(TicketAcceptanceDto dto) {
        var source = dto.getSourceSystem() == null
                ? Source.OWN
                : new Source(dto.getSourceSystem(), dto.getSourceId(), dto.getSourceVersion(), hash(dto));
        var citizen = dto.getCitizen() == null ? Citizen.ANONYMOUS : mapper.toCitizen(dto.getCitizen());
        var reported = dto.getReported() == null ? Reported.NOBODY : mapper.toReported(dto.getReported());
        return new TicketIntake.Acceptance(source, mapper.toDemand(dto), citizen, reported);
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

    private byte[] hash(TicketAcceptanceDto dto) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(dto));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
