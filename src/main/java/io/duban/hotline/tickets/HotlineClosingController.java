package io.duban.hotline.tickets;

import io.duban.contract.CallbackRecordDto;
import io.duban.contract.FeedbackAuditDto;
import io.duban.contract.HotlineClosingApi;
import io.duban.contract.HotlineTicketDto;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of audits and call-backs: translation only. */
@RestController
class HotlineClosingController implements HotlineClosingApi {

    private final TicketWork work;
    private final TicketClosing closing;
    private final HotlineMapper mapper;

    HotlineClosingController(TicketWork work, TicketClosing closing, HotlineMapper mapper) {
        this.work = work;
        this.closing = closing;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> auditHotlineFeedback(
            UUID ticketId, UUID key, String ifMatch, Mono<FeedbackAuditDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(exchange, dto, command -> switch (dto.getVerdict()) {
            case PASS -> closing.passAudit(ticketId, command);
            case RETURN_FOR_CORRECTION -> closing.returnForCorrection(ticketId, dto.getDefects(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> callBackHotlineCitizen(
            UUID ticketId, UUID key, String ifMatch, Mono<CallbackRecordDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> closing.callBack(ticketId, mapper.toCallback(dto), command)));
    }
}
