package io.duban.supervision.notices;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The confirmations of reading. */
interface BulletinReadings extends Repository<BulletinReading, UUID> {

    Flux<BulletinReading> findByBulletinIdOrderByAtAscIdAsc(UUID bulletinId);
}
