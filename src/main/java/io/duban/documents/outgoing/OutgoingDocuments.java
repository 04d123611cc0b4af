package io.duban.documents.outgoing;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents as they stand. */
interface OutgoingDocuments extends Repository<OutgoingDocument, UUID> {

    Mono<OutgoingDocument> findById(UUID id);

    Flux<OutgoingDocument> findByIdIn(Collection<UUID> ids);
}
