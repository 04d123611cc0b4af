package io.duban.documents.incoming;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The orders of leaders, of all rounds. */
interface LeaderSeats extends Repository<LeaderSeat, UUID> {

    Flux<LeaderSeat> findByDocumentIdOrderByRoundAscSeatAsc(UUID documentId);

    Flux<LeaderSeat> findByDocumentIdInOrderByRoundAscSeatAsc(Collection<UUID> documentIds);
}
