package io.duban.supervision.notices;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** The bulletins as they stand. */
interface SupervisionBulletins extends Papers<SupervisionBulletin> {

    Mono<SupervisionBulletin> findByCardId(UUID cardId);
}
