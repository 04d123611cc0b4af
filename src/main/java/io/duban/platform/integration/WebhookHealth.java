package io.duban.platform.integration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * How an endpoint is doing, as its attempts went.
 *
 * @param failingSince the first failure after the last success
 */
@Table("webhook_health")
record WebhookHealth(
        @Id UUID endpointId,
        @Nullable Instant failingSince,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt,
        @Nullable DeliveryFault lastFault) {

    /** Of an endpoint that nothing was sent to yet. */
    static WebhookHealth unknown(UUID endpointId) {
        return new WebhookHealth(endpointId, null, null, null, null);
    }
}
