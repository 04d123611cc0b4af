package io.duban.supervision.notices;

import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gets a bulletin with all that hangs on it. */
@Component
class BulletinFiles {

    private final SupervisionBulletins bulletins;
    private final BulletinEntries entries;
    private final BulletinReadings readings;

    BulletinFiles(SupervisionBulletins bulletins, BulletinEntries entries, BulletinReadings readings) {
        this.bulletins = bulletins;
        this.entries = entries;
        this.readings = readings;
    }

    /** The bulletin is read before its entries: whoever comments after that has moved it on, and the guard finds it. */
    Mono<BulletinFile> require(UUID bulletinId, Access access) {
        return bulletins
                .require(bulletinId, access)
                .flatMap(bulletin -> entries.findByBulletinIdOrderByAtAscIdAsc(bulletinId)
                        .collectList()
                        .flatMap(said -> readings.findByBulletinIdOrderByAtAscIdAsc(bulletinId)
                                .collectList()
                                .map(read -> new BulletinFile(bulletin, said, read))));
    }
}
