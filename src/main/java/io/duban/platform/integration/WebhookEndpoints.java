package io.duban.platform.integration;

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

/** The endpoints as they stand; a removed one is not there for its partner. */
interface WebhookEndpoints extends Repository<WebhookEndpoint, UUID> {

    Mono<WebhookEndpoint> findById(UUID id);

    /** Those that events are kept for: a paused one gets them when it goes on. */
    @Query("select * from webhook_endpoint where status in ('ACTIVE', 'PAUSED')")
    Flux<WebhookEndpoint> listening();

    @Query("select count(*) from webhook_endpoint where owner_id = :owner and status <> 'REMOVED'")
    Mono<Long> countOf(UUID owner);

    @Query("""
            select * from webhook_endpoint
            where owner_id = any(:hands) and status <> 'REMOVED'
              and (:lastAt::timestamptz is null or (created_at, id) < (:lastAt, :lastId))
            order by created_at desc, id desc limit :limit""")
    Flux<WebhookEndpoint> page(UUID[] hands, @Nullable Instant lastAt, @Nullable UUID lastId, int limit);

    /** The endpoint, if it is the partner's own; absent and another's are the same refusal. */
    default Mono<WebhookEndpoint> require(UUID id, Reach reach) {
        return findById(id)
                .filter(endpoint -> endpoint.status() != WebhookStatus.REMOVED)
                .filter(endpoint -> reach.covers(Set.of(), Set.of(endpoint.ownerId())))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
