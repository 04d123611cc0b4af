package io.duban.supervision.notices;

import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import reactor.core.publisher.Mono;

/** The bulletins as they stand. */
interface SupervisionBulletins extends Papers<SupervisionBulletin> {

    /** The one a red card opened. */
    @Query("select * from supervision_bulletin where card_id = $1")
    Mono<SupervisionBulletin> findByCardId(UUID cardId);
}
