package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Demands that were proposed not to be accepted. */
interface RefusalProposals extends Repository<RefusalProposal, UUID> {

    Flux<RefusalProposal> findByTicketIdOrderByProposedAt(UUID ticketId);

    /** The last one; whether it waits, the ticket says. */
    Mono<RefusalProposal> findFirstByTicketIdOrderByProposedAtDesc(UUID ticketId);
}
