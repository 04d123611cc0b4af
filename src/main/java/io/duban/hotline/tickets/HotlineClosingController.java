package io.duban.hotline.tickets;

import io.duban.contract.*;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of audits, call-backs and redos: translation only. */
@RestController
class HotlineClosingController implements HotlineClosingApi {

    private final TicketWork work;
    private final TicketClosing closing;
    private final TicketCallingBack callingBack;
    private final TicketRedoing redoing;
    private final TicketEscalating escalating;
    private final ClosingReading reading;
    private final ClosingMapper mapper;

    HotlineClosingController(
            TicketWork work,
            TicketClosing closing,
            TicketCallingBack callingBack,
            TicketRedoing redoing,
            TicketEscalating escalating,
            ClosingReading reading,
            ClosingMapper mapper) {
        this.work = work;
        this.closing = closing;
        this.callingBack = callingBack;
        this.redoing = redoing;
        this.escalating = escalating;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> auditHotlineFeedback(
            UUID ticketId, UUID key, String ifMatch, Mono<FeedbackAuditDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(exchange, dto, command -> switch (dto.getVerdict()) {
            case PASS -> closing.passAudit(ticketId, command);
            case RETURN_FOR_CORRECTION ->
                closing.returnForCorrection(
                        ticketId, dto.getDefects().stream().map(mapper::toFound).toList(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> tryHotlineCallback(
            UUID ticketId, UUID key, String ifMatch, Mono<CallbackTryDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> callingBack.attempt(ticketId, mapper.toTried(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> callBackHotlineCitizen(
            UUID ticketId, UUID key, String ifMatch, Mono<CallbackRecordDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> callingBack.callBack(ticketId, mapper.toAnswer(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> judgeHotlineRedo(
            UUID ticketId, UUID key, String ifMatch, Mono<RedoJudgementDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> redoing.judge(mapper.toRedo(ticketId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> evaluateHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<LaterEvaluationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> callingBack.evaluate(ticketId, mapper.toSaid(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> escalateHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketEscalationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> escalating.escalate(mapper.toEscalation(ticketId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<ClosingRecordDto>> getHotlineClosingRecord(UUID ticketId, ServerWebExchange exchange) {
        return reading.record(ticketId, Access.of(exchange));
    }
}
