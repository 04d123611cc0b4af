package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was proposed for the hard list. */
interface HardListings extends Repository<HardListing, UUID> {

    Flux<HardListing> findByTicketIdOrderByProposedAt(UUID ticketId);

    Mono<HardListing> findFirstByTicketIdOrderByProposedAtDesc(UUID ticketId);

    /** The last one, of which the ticket says that it waits, or that it stands. */
    default Mono<HardListing> requireLast(UUID ticketId) {
        return findFirstByTicketIdOrderByProposedAtDesc(ticketId).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
