package io.duban.documents.incoming;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The circulation lists. */
interface CirculationReaders extends Repository<CirculationReader, UUID> {

    Flux<CirculationReader> findByDocumentIdOrderBySeatAsc(UUID documentId);

    Flux<CirculationReader> findByDocumentIdInOrderBySeatAsc(Collection<UUID> documentIds);
}
