package io.duban.hotline.tickets;

import io.duban.contract.AlertLightDto;
import io.duban.contract.HotlineApi;
import io.duban.contract.HotlineBoardDto;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.HotlineTicketPageDto;
import io.duban.contract.HotlineTicketStatusDto;
import io.duban.platform.identity.Access;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of reading tickets: translation only. */
@RestController
class HotlineController implements HotlineApi {

    private final HotlineReading reading;

    HotlineController(HotlineReading reading) {
        this.reading = reading;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> getHotlineTicket(UUID ticketId, ServerWebExchange exchange) {
        return reading.one(ticketId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketPageDto>> listHotlineTickets(
            List<HotlineTicketStatusDto> status,
            AlertLightDto light,
            UUID hostUnitId,
            OffsetDateTime updatedSince,
            Integer limit,
            String cursor,
            ServerWebExchange exchange) {
        return reading.page(new HotlineReading.Asked(status, light, hostUnitId, updatedSince, limit, cursor), exchange);
    }

    @Override
    public Mono<ResponseEntity<HotlineBoardDto>> getHotlineBoard(ServerWebExchange exchange) {
        return reading.board(Access.of(exchange));
    }
}
