package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What was coordinated. */
interface TicketCoordinations extends Repository<TicketCoordination, UUID> {

    Flux<TicketCoordination> findByTicketIdOrderByRecordedAt(UUID ticketId);
}
