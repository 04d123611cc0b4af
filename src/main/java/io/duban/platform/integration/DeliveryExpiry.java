package io.duban.platform.integration;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes deliveries, sent or not, when their time is over: 30 days after what they tell of. */
@Component
class DeliveryExpiry {

    private static final int AT_ONCE = 1000;

    private final WebhookDeliveries deliveries;
    private final Duration keep;
    private final Clock clock;

    DeliveryExpiry(WebhookDeliveries deliveries, WebhookProperties properties, Clock clock) {
        this.deliveries = deliveries;
        this.keep = properties.keep();
        this.clock = clock;
    }

    Mono<Void> removeOld() {
        return removeSome()
                .expand(removed -> removed < AT_ONCE ? Mono.empty() : removeSome())
                .then();
    }

    private Mono<Long> removeSome() {
        return Mono.defer(() -> deliveries.removeFrom(clock.instant().minus(keep), AT_ONCE));
    }
}
