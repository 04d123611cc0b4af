package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What units gave back. */
interface TicketReturns extends Repository<TicketReturn, UUID> {

    Flux<TicketReturn> findByTicketIdOrderByAskedAt(UUID ticketId);

    Mono<TicketReturn> findFirstByTicketIdOrderByAskedAtDesc(UUID ticketId);

    /** The last one. Whether it waits for a decision, the ticket says: who decided meanwhile is found by the guard of its version. */
    default Mono<TicketReturn> requireLast(UUID ticketId) {
        return findFirstByTicketIdOrderByAskedAtDesc(ticketId).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
