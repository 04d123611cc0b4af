package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What citizens said after the close. */
interface LaterEvaluations extends Repository<LaterEvaluation, UUID> {

    Flux<LaterEvaluation> findByTicketIdOrderByRound(UUID ticketId);
}
