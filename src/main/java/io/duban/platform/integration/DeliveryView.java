package io.duban.platform.integration;

import io.duban.contract.PartnerEventDto;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as its partner sees it.
 *
 * @param type the CloudEvents type
 * @param log every attempt; null in a list
 */
record DeliveryView(
        WebhookDelivery delivery,
        String type,
        PartnerEventDto event,
        @Nullable Instant due,
        @Nullable List<DeliveryAttempt> log,
        List<String> legalActions) {}
