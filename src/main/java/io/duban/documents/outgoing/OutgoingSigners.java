package io.duban.documents.outgoing;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The signing sheets. */
interface OutgoingSigners extends Repository<OutgoingSigner, UUID> {

    Flux<OutgoingSigner> findByDocumentIdOrderByRoundAscSeatAsc(UUID documentId);
}
