package io.duban.hotline.tickets;

import io.duban.contract.HotlineIntakeApi;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.TicketAcceptanceDto;
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
    private final HotlineReading reading;

    HotlineIntakeController(TicketWork work, TicketIntake intake, HotlineReading reading) {
        this.work = work;
        this.intake = intake;
        this.reading = reading;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> acceptHotlineTicket(
            UUID key, Mono<TicketAcceptanceDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> intake.accept(reading.acceptance(dto), command)));
    }
}
