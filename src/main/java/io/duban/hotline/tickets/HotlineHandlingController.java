package io.duban.hotline.tickets;

import io.duban.contract.CitizenContactDto;
import io.duban.contract.HotlineHandlingApi;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.TicketFeedbackDto;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of the units at work: translation only. */
@RestController
class HotlineHandlingController implements HotlineHandlingApi {

    private final TicketWork work;
    private final TicketHandling handling;
    private final HotlineMapper mapper;

    HotlineHandlingController(TicketWork work, TicketHandling handling, HotlineMapper mapper) {
        this.work = work;
        this.handling = handling;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> contactHotlineCitizen(
            UUID ticketId, UUID key, String ifMatch, Mono<CitizenContactDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> handling.contactCitizen(mapper.toContact(ticketId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> submitHotlineFeedback(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketFeedbackDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> handling.submitFeedback(ticketId, mapper.toFeedback(dto), command)));
    }
}
