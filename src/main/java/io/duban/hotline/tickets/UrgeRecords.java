package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How often tickets were urged. */
interface UrgeRecords extends Repository<UrgeRecord, UUID> {

    Flux<UrgeRecord> findByTicketIdOrderByUrgedAt(UUID ticketId);

    /** The office's last one; empty when it has not chased yet. */
    Mono<UrgeRecord> findFirstByTicketIdAndByCitizenFalseOrderByUrgedAtDesc(UUID ticketId);
}
