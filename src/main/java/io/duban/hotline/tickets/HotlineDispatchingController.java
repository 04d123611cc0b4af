package io.duban.hotline.tickets;

import io.duban.contract.HotlineDispatchingApi;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.TicketClassificationDto;
import io.duban.contract.TicketDispatchDto;
import io.duban.contract.TicketReceiptDto;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of dispatching: translation only. */
@RestController
class HotlineDispatchingController implements HotlineDispatchingApi {

    private final TicketWork work;
    private final TicketClassifying classifying;
    private final TicketDispatching dispatching;
    private final HotlineMapper mapper;

    HotlineDispatchingController(
            TicketWork work, TicketClassifying classifying, TicketDispatching dispatching, HotlineMapper mapper) {
        this.work = work;
        this.classifying = classifying;
        this.dispatching = dispatching;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> classifyHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketClassificationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> classifying.classify(mapper.toClassification(ticketId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> dispatchHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketDispatchDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> dispatching.dispatch(ticketId, mapper.toOrder(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> signForHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketReceiptDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange,
                dto,
                command -> dispatching.signFor(new TicketDispatching.Receipt(ticketId, dto.getHandlerId()), command)));
    }
}
