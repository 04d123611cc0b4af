package io.duban.hotline.tickets;

import io.duban.contract.CallerAlertDecisionDto;
import io.duban.contract.DirectAnswerDto;
import io.duban.contract.EmergencyHandoverDto;
import io.duban.contract.HotlineIntakeDecisionsApi;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.MaliciousCallReportDto;
import io.duban.contract.RefusalGroundDto;
import io.duban.contract.RefusalTellingDto;
import io.duban.contract.RefusalVerdictDto;
import io.duban.contract.TransferAcknowledgementDto;
import io.duban.platform.web.Times;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of what is decided about a demand at once: translation only. */
@RestController
class HotlineIntakeDecisionsController implements HotlineIntakeDecisionsApi {

    private final TicketWork work;
    private final EmergencyTransferring transferring;
    private final DirectAnswering answering;
    private final TicketRefusing refusing;
    private final CallerAlerting alerting;
    private final IntakeMapper mapper;
    private final Times times;

    HotlineIntakeDecisionsController(
            TicketWork work,
            EmergencyTransferring transferring,
            DirectAnswering answering,
            TicketRefusing refusing,
            CallerAlerting alerting,
            IntakeMapper mapper,
            Times times) {
        this.work = work;
        this.transferring = transferring;
        this.answering = answering;
        this.refusing = refusing;
        this.alerting = alerting;
        this.mapper = mapper;
        this.times = times;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> transferHotlineEmergency(
            UUID ticketId, UUID key, String ifMatch, Mono<EmergencyHandoverDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> transferring.transfer(ticketId, mapper.toHandover(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> acknowledgeHotlineTransfer(
            UUID ticketId,
            UUID key,
            String ifMatch,
            Mono<TransferAcknowledgementDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> transferring.acknowledge(ticketId, dto.getReportedTo(), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> answerHotlineTicketDirectly(
            UUID ticketId, UUID key, String ifMatch, Mono<DirectAnswerDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> answering.answer(mapper.toAnswer(ticketId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> proposeHotlineRefusal(
            UUID ticketId, UUID key, String ifMatch, Mono<RefusalGroundDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> refusing.propose(ticketId, mapper.toGround(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> decideHotlineRefusal(
            UUID ticketId, UUID key, String ifMatch, Mono<RefusalVerdictDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(exchange, dto, command -> switch (dto.getDecision()) {
            case CONFIRM -> refusing.confirm(ticketId, dto.getNote(), command);
            case REJECT -> refusing.reject(ticketId, dto.getNote(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> tellHotlineRefusal(
            UUID ticketId, UUID key, String ifMatch, Mono<RefusalTellingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange,
                dto,
                command -> refusing.tell(
                        ticketId,
                        mapper.toWay(dto.getWay()),
                        Objects.requireNonNullElse(times.toDomain(dto.getToldAt()), command.now()),
                        command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> reportMaliciousCalls(
            UUID ticketId, UUID key, String ifMatch, Mono<MaliciousCallReportDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> alerting.report(mapper.toReport(ticketId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> decideCallerAlert(
            UUID ticketId,
            UUID alertId,
            UUID key,
            String ifMatch,
            Mono<CallerAlertDecisionDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange,
                dto,
                command -> alerting.decide(
                        new CallerAlerting.Decision(ticketId, alertId, dto.getConfirmed(), dto.getNote()), command)));
    }
}
