package io.duban.hotline.tickets;

import io.duban.instructions.InstructionRecusal;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Recusal;
import io.duban.supervision.SupervisionRecusal;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a ticket was escalated to is kept from whoever the ticket is kept from, also from who was named only afterwards. */
@Component
class Escalations {

    private final SupervisionRecusal matters;
    private final InstructionRecusal instructions;

    Escalations(SupervisionRecusal matters, InstructionRecusal instructions) {
        this.matters = matters;
        this.instructions = instructions;
    }

    /** The same outcome, with what follows from the marks its ticket bears now. */
    Mono<Outcome<HotlineTicket>> following(Outcome<HotlineTicket> outcome, Instant now) {
        var ticket = outcome.subject();
        var marks = Recusal.among(ticket.participantIds());
        return Flux.concat(
                        Mono.justOrEmpty(ticket.lineage().matterId())
                                .flatMap(matter -> matters.keptFrom(matter, marks, now)),
                        instructions.keptFrom(ticket.id(), marks, now))
                .collectList()
                .map(parts -> {
                    parts.forEach(outcome::including);
                    return outcome;
                });
    }
}
