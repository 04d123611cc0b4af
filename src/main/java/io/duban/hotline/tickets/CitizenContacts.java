package io.duban.hotline.tickets;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What was done to contact citizens. */
interface CitizenContacts extends Repository<CitizenContact, UUID> {

    /** All rounds, oldest first. */
    Flux<CitizenContact> findByTicketIdOrderByRecordedAt(UUID ticketId);

    /** Since a dispatch, by the server's time. */
    Flux<CitizenContact> findByTicketIdAndRecordedAtGreaterThanEqual(UUID ticketId, Instant dispatchedAt);
}
