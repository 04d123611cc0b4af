package io.duban.supervision.notices;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What was said about bulletins. */
interface BulletinEntries extends Repository<BulletinEntry, UUID> {

    Flux<BulletinEntry> findByBulletinIdOrderByAtAscIdAsc(UUID bulletinId);
}
