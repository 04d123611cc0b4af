package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What units asked more time for. */
interface TicketExtensions extends Repository<TicketExtension, UUID> {

    Flux<TicketExtension> findByTicketIdOrderByAskedAt(UUID ticketId);

    Mono<TicketExtension> findFirstByTicketIdOrderByAskedAtDesc(UUID ticketId);

    /** The last one, of which the ticket says that it waits for a decision. */
    default Mono<TicketExtension> requireLast(UUID ticketId) {
        return findFirstByTicketIdOrderByAskedAtDesc(ticketId).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
