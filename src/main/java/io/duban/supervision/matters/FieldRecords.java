package io.duban.supervision.matters;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The looks on the spot, as matters read them. */
interface FieldRecords extends Repository<FieldRecord, UUID> {

    Flux<FieldRecord> findByMatterIdOrderByBegunAt(UUID matterId);
}
