package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The rounds that ended. */
interface TicketRounds extends Repository<TicketRound, UUID> {

    Flux<TicketRound> findByTicketIdOrderByRound(UUID ticketId);
}
