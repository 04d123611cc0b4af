package io.duban.hotline.tickets;

import io.duban.contract.FurtherMatterDto;
import io.duban.contract.HotlineIntakeApi;
import io.duban.contract.HotlineIntakeDto;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.TicketAcceptanceDto;
import io.duban.contract.TicketReopeningDto;
import io.duban.contract.UpstreamClosingDto;
import io.duban.contract.WithdrawalStatementDto;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Times;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of taking demands in: translation only. */
@RestController
class HotlineIntakeController implements HotlineIntakeApi {

    private final TicketWork work;
    private final TicketIntake intake;
    private final TicketReopening reopening;
    private final TicketEnding ending;
    private final UpstreamRounds upstream;
    private final AcceptanceReading acceptances;
    private final IntakeReading reading;
    private final IntakeMapper mapper;
    private final Times times;

    HotlineIntakeController(
            TicketWork work,
            TicketIntake intake,
            TicketReopening reopening,
            TicketEnding ending,
            UpstreamRounds upstream,
            AcceptanceReading acceptances,
            IntakeReading reading,
            IntakeMapper mapper,
            Times times) {
        this.work = work;
        this.intake = intake;
        this.reopening = reopening;
        this.ending = ending;
        this.upstream = upstream;
        this.acceptances = acceptances;
        this.reading = reading;
        this.mapper = mapper;
        this.times = times;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> acceptHotlineTicket(
            UUID key, Mono<TicketAcceptanceDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> intake.accept(acceptances.acceptance(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> splitHotlineTicket(
            UUID ticketId, UUID key, Mono<FurtherMatterDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> intake.split(ticketId, mapper.toMatter(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> reopenHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketReopeningDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange,
                dto,
                command -> reopening.reopen(
                        ticketId,
                        dto.getNewFacts(),
                        Objects.requireNonNullElse(times.toDomain(dto.getReceivedAt()), command.now()),
                        command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> withdrawHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<WithdrawalStatementDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange,
                dto,
                command -> ending.withdraw(
                        ticketId,
                        dto.getSaid(),
                        Objects.requireNonNullElse(times.toDomain(dto.getSaidAt()), command.now()),
                        command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> closeHotlineTicketUpstream(
            UUID key, Mono<UpstreamClosingDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> upstream.close(acceptances.closing(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineIntakeDto>> getHotlineIntake(UUID ticketId, ServerWebExchange exchange) {
        return reading.of(ticketId, Access.of(exchange)).map(ResponseEntity::ok);
    }
}
