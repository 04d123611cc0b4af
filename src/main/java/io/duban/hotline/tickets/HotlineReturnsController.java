package io.duban.hotline.tickets;

import io.duban.contract.HotlineReturnsApi;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.TicketDesignationDto;
import io.duban.contract.TicketReturnDecisionDto;
import io.duban.contract.TicketReturnListDto;
import io.duban.contract.TicketReturnRequestDto;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of returns and their coordination: translation only. */
@RestController
class HotlineReturnsController implements HotlineReturnsApi {

    private final TicketWork work;
    private final TicketReturnAsking asking;
    private final TicketReturnDeciding deciding;
    private final TicketDesignating designating;
    private final ReturnReading reading;
    private final HotlineMapper mapper;

    HotlineReturnsController(
            TicketWork work,
            TicketReturnAsking asking,
            TicketReturnDeciding deciding,
            TicketDesignating designating,
            ReturnReading reading,
            HotlineMapper mapper) {
        this.work = work;
        this.asking = asking;
        this.deciding = deciding;
        this.designating = designating;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<TicketReturnListDto>> listHotlineReturns(UUID ticketId, ServerWebExchange exchange) {
        return reading.of(ticketId, Access.of(exchange)).map(ResponseEntity::ok);
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> requestHotlineReturn(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketReturnRequestDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> asking.ask(ticketId, mapper.toWish(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> decideHotlineReturn(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketReturnDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> deciding.decide(ticketId, mapper.toVerdict(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> designateHotlineUnit(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketDesignationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> designating.designate(ticketId, mapper.toDesignation(dto), command)));
    }
}
