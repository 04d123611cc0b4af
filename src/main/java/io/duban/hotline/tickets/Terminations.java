package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What units asked to end. */
interface Terminations extends Repository<Termination, UUID> {

    Flux<Termination> findByTicketIdOrderByAskedAt(UUID ticketId);

    Mono<Termination> findFirstByTicketIdOrderByAskedAtDesc(UUID ticketId);

    /** The last one, of which the ticket says that it waits for a decision. */
    default Mono<Termination> requireLast(UUID ticketId) {
        return findFirstByTicketIdOrderByAskedAtDesc(ticketId).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
