package io.duban.platform.integration;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.r2dbc.repository.Modifying;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was sent, and waits to be. */
interface WebhookDeliveries extends Repository<WebhookDelivery, UUID> {

    /** With its endpoint, or not at all. */
    @Query("""
            select d.* from webhook_delivery d
            join webhook_endpoint e on e.id = d.endpoint_id and e.status <> 'REMOVED' where d.id = :id""")
    Mono<WebhookDelivery> find(UUID id);

    @Query("""
            select d.* from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id and e.status <> 'REMOVED'
            where d.owner_id = any(:hands)
              and (:endpoint::uuid is null or d.endpoint_id = :endpoint)
              and (:status::text is null or d.status = :status)
              and (:lastAt::timestamptz is null or (d.created_at, d.id) < (:lastAt, :lastId))
            order by d.created_at desc, d.id desc limit :limit""")
    Flux<WebhookDelivery> page(
            UUID[] hands,
            @Nullable UUID endpoint,
            @Nullable String status,
            @Nullable Instant lastAt,
            @Nullable UUID lastId,
            int limit);

    @Modifying
    @Query("""
            delete from webhook_delivery where id in (
                select id from webhook_delivery where created_at < :before order by created_at limit :limit)""")
    Mono<Long> removeFrom(Instant before, int limit);

    /** The delivery, if it is the partner's own. */
    default Mono<WebhookDelivery> require(UUID id, Reach reach) {
        return find(id).filter(delivery -> reach.covers(Set.of(), Set.of(delivery.ownerId())))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
