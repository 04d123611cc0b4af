package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What co units reported. */
interface CoParts extends Repository<CoPart, UUID> {

    Mono<CoPart> findByIdAndTicketId(UUID id, UUID ticketId);

    Flux<CoPart> findByTicketIdOrderByReportedAt(UUID ticketId);

    Flux<CoPart> findByTicketIdAndRound(UUID ticketId, int round);
}
