package io.duban.hotline.tickets;

import io.duban.contract.*;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the exclusions' part of the contract: translation only. */
@RestController
class HotlineExclusionController implements HotlineExclusionsApi {

    private final TicketWork work;
    private final TicketExcluding excluding;
    private final ClosingReading reading;
    private final ClosingMapper mapper;

    HotlineExclusionController(
            TicketWork work, TicketExcluding excluding, ClosingReading reading, ClosingMapper mapper) {
        this.work = work;
        this.excluding = excluding;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> requestHotlineExclusion(
            UUID ticketId, UUID key, String ifMatch, Mono<ExclusionRequestDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> excluding.request(ticketId, mapper.toWish(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> decideHotlineExclusion(
            UUID ticketId, UUID key, String ifMatch, Mono<ExclusionDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> excluding.decide(ticketId, dto.getGranted(), dto.getWords(), command)));
    }

    @Override
    public Mono<ResponseEntity<OpenExclusionPageDto>> listHotlineExclusions(
            ExclusionStandingDto standing, Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(standing, limit, cursor, exchange);
    }
}
