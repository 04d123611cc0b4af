package io.duban.supervision.matters;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The time lines. */
interface MatterEntries extends Repository<MatterEntry, UUID> {

    Flux<MatterEntry> findByMatterIdOrderByAtAscIdAsc(UUID matterId);
}
