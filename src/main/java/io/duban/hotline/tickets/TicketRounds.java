package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rounds that ended. */
interface TicketRounds extends Repository<TicketRound, UUID> {

    Flux<TicketRound> findByTicketIdOrderByRound(UUID ticketId);

    Mono<Boolean> existsByTicketIdAndRound(UUID ticketId, int round);
}
