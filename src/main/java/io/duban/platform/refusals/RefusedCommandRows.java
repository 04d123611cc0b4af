package io.duban.platform.refusals;

import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refused commands as they are kept. */
interface RefusedCommandRows extends Repository<RefusedCommand, UUID> {

    @Query("""
            select exists (select from refused_command
            where client_id = :client and actor_id = :actor and request_key = :key and fingerprint = :fingerprint)""")
    Mono<Boolean> isKnown(String client, UUID actor, @Nullable UUID key, String fingerprint);

    @Query("select * from refused_command where id = :id and kind = 'CLASSIFIED'")
    Mono<RefusedCommand> findClassified(UUID id);

    @Query("""
            select * from refused_command
            where kind = 'CLASSIFIED' and (:lastAt::timestamptz is null or (refused_at, id) < (:lastAt, :lastId))
            order by refused_at desc, id desc limit :limit""")
    Flux<RefusedCommand> classified(@Nullable Instant lastAt, @Nullable UUID lastId, int limit);

    /** @return the row, or {@code E_WEB_NOT_FOUND} */
    default Mono<RefusedCommand> require(UUID id) {
        return findClassified(id).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
