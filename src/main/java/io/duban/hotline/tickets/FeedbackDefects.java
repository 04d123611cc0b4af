package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What auditors found wrong. */
interface FeedbackDefects extends Repository<FeedbackDefect, UUID> {

    Flux<FeedbackDefect> findByTicketIdOrderByFoundAtAscIdAsc(UUID ticketId);
}
