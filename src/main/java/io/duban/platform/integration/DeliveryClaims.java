package io.duban.platform.integration;

import com.github.f4b6a3.uuid.UuidCreator;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Shares due deliveries among instances: what one has locked the others skip, and what one has leased is nobody else's until the lease is over. Every endpoint has
 * places of its own, so that one whose receiver is slow or has a long queue keeps no other waiting.
 */
@Component
class DeliveryClaims {

    private static final String CLAIM = """
            with due as (
                select mine.id from webhook_endpoint e
                cross join lateral (
                    select d.id from webhook_delivery d
                    where d.endpoint_id = e.id and d.status = 'WAITING' and d.next_at <= :now
                      and (d.leased_until is null or d.leased_until <= :now)
                      and case e.status when 'ACTIVE' then true when 'PAUSED' then d.kind <> 'EVENT' else d.kind = 'CHALLENGE' end
                    order by d.next_at
                    limit greatest(0, :perEndpoint - (
                        select count(*) from webhook_delivery busy
                        where busy.endpoint_id = e.id and busy.status = 'WAITING' and busy.leased_until > :now))
                    for update skip locked) mine
                where e.status in ('ACTIVE', 'PAUSED', 'UNCONFIRMED')
                limit :most)
            update webhook_delivery d set lease = :lease, leased_until = :until
            from due, webhook_endpoint e
            where d.id = due.id and e.id = d.endpoint_id
            returning d.id, d.lease, d.endpoint_id, d.owner_id, d.kind, d.message_id, d.permission, d.unit_ids, d.participant_ids, d.payload,
                d.challenge, d.attempts, e.url, e.secret, e.former_secret, e.former_until,
                d.kind = 'CHALLENGE' and (e.status <> 'UNCONFIRMED' or exists (
                    select 1 from webhook_delivery later
                    where later.endpoint_id = d.endpoint_id and later.kind = 'CHALLENGE' and (later.created_at, later.id) > (d.created_at, d.id)))
                    as overtaken""";

    private final DatabaseClient database;
    private final Duration lease;
    private final int perEndpoint;

    DeliveryClaims(DatabaseClient database, WebhookProperties properties) {
        this.database = database;
        this.lease = properties.lease();
        this.perEndpoint = properties.perEndpoint();
    }

    /** At most so many deliveries, which nobody else sends while the lease runs. */
    Flux<ClaimedDelivery> claim(int most, Instant now) {
        return database.sql(CLAIM)
                .bind("now", now)
                .bind("until", now.plus(lease))
                .bind("lease", UuidCreator.getRandomBased())
                .bind("perEndpoint", perEndpoint)
                .bind("most", most)
                .map(DeliveryClaims::toDelivery)
                .all();
    }

    static ClaimedDelivery toDelivery(Readable row) {
        return new ClaimedDelivery(
                row.get("id", UUID.class),
                row.get("lease", UUID.class),
                row.get("endpoint_id", UUID.class),
                row.get("owner_id", UUID.class),
                DeliveryKind.valueOf(row.get("kind", String.class)),
                row.get("message_id", UUID.class),
                row.get("permission", String.class),
                List.of(row.get("unit_ids", UUID[].class)),
                List.of(row.get("participant_ids", UUID[].class)),
                row.get("payload", String.class),
                row.get("challenge", String.class),
                row.get("attempts", Integer.class),
                row.get("url", String.class),
                row.get("secret", String.class),
                row.get("former_secret", String.class),
                row.get("former_until", Instant.class),
                row.get("overtaken", Boolean.class));
    }
}
