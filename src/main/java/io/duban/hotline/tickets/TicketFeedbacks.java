package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What units handed in. */
interface TicketFeedbacks extends Repository<TicketFeedback, UUID> {

    Mono<TicketFeedback> findById(UUID id);

    Flux<TicketFeedback> findByTicketIdOrderByAttempt(UUID ticketId);

    Mono<TicketFeedback> findFirstByTicketIdOrderByAttemptDesc(UUID ticketId);
}
