package io.duban.documents.outgoing;

import io.duban.contract.OutgoingDocumentDto;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Runs commands on documents, each answered by the document as it is afterwards. */
@Component
class OutgoingCommands {

    private final Commands commands;
    private final OutgoingReading reading;

    OutgoingCommands(Commands commands, OutgoingReading reading) {
        this.commands = commands;
        this.reading = reading;
    }

    Mono<ResponseEntity<OutgoingDocumentDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<Dossier>>> work) {
        return commands.execute(exchange, body, OutgoingDocumentDto.class, work, reading::answer);
    }
}
