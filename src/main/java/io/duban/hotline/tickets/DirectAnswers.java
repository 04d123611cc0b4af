package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What was answered on the telephone. */
interface DirectAnswers extends Repository<DirectAnswer, UUID> {

    Flux<DirectAnswer> findByTicketIdOrderByAnsweredAt(UUID ticketId);
}
