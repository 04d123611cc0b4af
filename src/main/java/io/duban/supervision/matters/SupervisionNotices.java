package io.duban.supervision.matters;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The notices that went out. */
interface SupervisionNotices extends Repository<SupervisionNotice, UUID> {

    Flux<SupervisionNotice> findByMatterId(UUID matterId);
}
