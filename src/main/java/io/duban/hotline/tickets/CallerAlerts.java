package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What managers are to see about callers. */
interface CallerAlerts extends Repository<CallerAlert, UUID> {

    Flux<CallerAlert> findByTicketIdOrderByRaisedAt(UUID ticketId);

    Mono<CallerAlert> findByIdAndTicketId(UUID id, UUID ticketId);

    default Mono<CallerAlert> require(UUID id, UUID ticketId) {
        return findByIdAndTicketId(id, ticketId).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
