package io.duban.hotline.tickets;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was done to contact citizens. */
interface CitizenContacts extends Repository<CitizenContact, UUID> {

    /** All rounds, oldest first. */
    Flux<CitizenContact> findByTicketIdOrderByRecordedAt(UUID ticketId);

    /** Unanswered tries since a dispatch, by the server's time. */
    @Query(
            "select recorded_at from hotline_contact where ticket_id = $1 and result = 'NO_ANSWER' and recorded_at >= $2")
    Flux<Instant> triesSince(UUID ticketId, Instant dispatchedAt);

    /**
     * Since when the citizen can have been told anything in this round: the first contact that reached him; where none did, the first try. Empty where
     * there is none.
     */
    @Query("""
            select contacted_at from hotline_contact where ticket_id = $1 and recorded_at >= $2
            order by result = 'NO_ANSWER', contacted_at limit 1""")
    Mono<Instant> firstSince(UUID ticketId, Instant dispatchedAt);
}
