package io.duban.documents.outgoing;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What was sent to whom. */
interface Deliveries extends Repository<Delivery, UUID> {

    Flux<Delivery> findByDocumentIdOrderByUnitId(UUID documentId);
}
