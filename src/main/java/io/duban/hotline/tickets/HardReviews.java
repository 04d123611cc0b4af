package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The looks at hard tickets. */
interface HardReviews extends Repository<HardReview, UUID> {

    Flux<HardReview> findByTicketIdOrderByReviewedAt(UUID ticketId);
}
