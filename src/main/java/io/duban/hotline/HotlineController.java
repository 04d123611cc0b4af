package io.duban.hotline;

import io.duban.contract.AlertLightDto;
import io.duban.contract.CallbackRecordDto;
import io.duban.contract.CitizenContactDto;
import io.duban.contract.FeedbackAuditDto;
import io.duban.contract.HotlineApi;
import io.duban.contract.HotlineBoardDto;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.HotlineTicketPageDto;
import io.duban.contract.HotlineTicketStatusDto;
import io.duban.contract.TicketAcceptanceDto;
import io.duban.contract.TicketClassificationDto;
import io.duban.contract.TicketDispatchDto;
import io.duban.contract.TicketFeedbackDto;
import io.duban.contract.TicketReceiptDto;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the hotline's page of the contract: translation only. */
@RestController
class HotlineController implements HotlineApi {

    private final Commands commands;
    private final TicketIntake intake;
    private final TicketDispatching dispatching;
    private final TicketHandling handling;
    private final TicketClosing closing;
    private final HotlineReading reading;
    private final HotlineMapper mapper;

    HotlineController(
            Commands commands,
            TicketIntake intake,
            TicketDispatching dispatching,
            TicketHandling handling,
            TicketClosing closing,
            HotlineReading reading,
            HotlineMapper mapper) {
        this.commands = commands;
        this.intake = intake;
        this.dispatching = dispatching;
        this.handling = handling;
        this.closing = closing;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> acceptHotlineTicket(
            UUID key, Mono<TicketAcceptanceDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> intake.accept(reading.acceptance(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> classifyHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketClassificationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange, dto, command -> dispatching.classify(mapper.toClassification(ticketId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> dispatchHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketDispatchDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> dispatching.dispatch(mapper.toDispatch(ticketId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> signForHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketReceiptDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> dispatching.signFor(new TicketDispatching.Receipt(ticketId, dto.getHandlerId()), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> contactHotlineCitizen(
            UUID ticketId, UUID key, String ifMatch, Mono<CitizenContactDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> handling.contactCitizen(mapper.toContact(ticketId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> submitHotlineFeedback(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketFeedbackDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> handling.submitFeedback(ticketId, mapper.toFeedback(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> auditHotlineFeedback(
            UUID ticketId, UUID key, String ifMatch, Mono<FeedbackAuditDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> switch (dto.getVerdict()) {
            case PASS -> closing.passAudit(ticketId, command);
            case RETURN_FOR_CORRECTION -> closing.returnForCorrection(ticketId, dto.getDefects(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> callBackHotlineCitizen(
            UUID ticketId, UUID key, String ifMatch, Mono<CallbackRecordDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> closing.callBack(ticketId, mapper.toCallback(dto), command)));
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

    private Mono<ResponseEntity<HotlineTicketDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<HotlineTicket>>> work) {
        return commands.execute(exchange, body, HotlineTicketDto.class, work, reading::answer);
    }
}
