package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was handed on to emergency lines. */
interface EmergencyTransfers extends Repository<EmergencyTransfer, UUID> {

    Flux<EmergencyTransfer> findByTicketIdOrderByRecordedAt(UUID ticketId);

    Mono<EmergencyTransfer> findFirstByTicketIdOrderByRecordedAtDesc(UUID ticketId);
}
