package io.duban.documents.incoming;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What the units were given. */
interface UnitAssignments extends Repository<UnitAssignment, UUID> {

    Flux<UnitAssignment> findByDocumentIdOrderByIdAsc(UUID documentId);

    Flux<UnitAssignment> findByDocumentIdInOrderByIdAsc(Collection<UUID> documentIds);
}
