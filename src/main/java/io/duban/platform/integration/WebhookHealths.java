package io.duban.platform.integration;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** How endpoints are doing. */
interface WebhookHealths extends Repository<WebhookHealth, UUID> {

    Flux<WebhookHealth> findByEndpointIdIn(Collection<UUID> endpointIds);
}
