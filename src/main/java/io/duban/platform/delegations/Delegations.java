package io.duban.platform.delegations;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The delegations as they stand. */
interface Delegations extends Repository<Delegation, UUID> {

    Mono<Delegation> findById(UUID id);

    @Query("select * from delegation where principal_id = :principal and ended_at is null")
    Flux<Delegation> standingOf(UUID principal);

    @Query("select id from delegation where ended_at is null and valid_to <= :now order by valid_to limit 100")
    Flux<UUID> overAt(Instant now);

    /** Those of whoever's hands these are; unit_ids here are no owners, so the usual zone does not fit. */
    @Query("""
            select * from delegation
            where (:everything or array[principal_id, delegate_id] && :hands)
              and (not :inForce or ended_at is null and valid_from <= :now and valid_to > :now)
              and (:lastAt::timestamptz is null or (created_at, id) < (:lastAt, :lastId))
            order by created_at desc, id desc limit :limit""")
    Flux<Delegation> page(
            boolean everything,
            UUID[] hands,
            boolean inForce,
            Instant now,
            @Nullable Instant lastAt,
            @Nullable UUID lastId,
            int limit);

    /** The delegation, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<Delegation> require(UUID id, Reach reach) {
        return findById(id)
                .filter(delegation -> reach.covers(Set.of(), delegation.both()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
