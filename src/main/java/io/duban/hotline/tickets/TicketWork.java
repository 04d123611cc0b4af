package io.duban.hotline.tickets;

import io.duban.contract.HotlineTicketDto;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A command about one ticket, answered with the ticket as the officer sees it afterwards. */
@Component
class TicketWork {

    private final Commands commands;
    private final HotlineReading reading;

    TicketWork(Commands commands, HotlineReading reading) {
        this.commands = commands;
        this.reading = reading;
    }

    Mono<ResponseEntity<HotlineTicketDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<HotlineTicket>>> work) {
        return commands.execute(exchange, body, HotlineTicketDto.class, work, reading::answer);
    }
}
