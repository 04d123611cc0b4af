package io.duban.platform.integration;

import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What attempts make of an endpoint: confirmed by the echo of its challenge, disabled by 410 or when it fails for too long. Its partner is told of it. */
@Component
class EndpointFate {

    private static final int GONE = 410;

    private final WebhookEndpoints endpoints;
    private final Commands commands;
    private final Duration disableAfter;
    private final Clock clock;

    EndpointFate(WebhookEndpoints endpoints, Commands commands, WebhookProperties properties, Clock clock) {
        this.endpoints = endpoints;
        this.commands = commands;
        this.disableAfter = properties.disableAfter();
        this.clock = clock;
    }

    /** Nothing when it has another address by now, or asks no longer. */
    Mono<Void> confirm(ClaimedDelivery delivery) {
        var confirmed = open(delivery.endpointId(), WebhookMove.CONFIRM)
                .filter(endpoint -> endpoint.url().equals(delivery.url()))
                .map(WebhookEndpoint::confirm)
                .map(endpoint -> told("confirmed", Priority.INFO, endpoint, clock.instant()));
        return commands.unattended("confirmWebhookEndpoint", confirmed);
    }

    /** Disables it when it is time to. */
    Mono<Void> judge(ClaimedDelivery delivery, DeliveryAttempt attempt, Optional<Instant> failingSince) {
        if (attempt.code() != null && attempt.code() == GONE) {
            return disable(delivery.endpointId(), DisablingReason.GONE);
        }
        return failingSince
                .filter(since -> !since.plus(disableAfter).isAfter(attempt.at()))
                .map(since -> disable(delivery.endpointId(), DisablingReason.FAILING))
                .orElse(Mono.empty());
    }

    private Mono<Void> disable(UUID endpointId, DisablingReason reason) {
        var disabled = open(endpointId, WebhookMove.DISABLE)
                .map(endpoint -> endpoint.disable(reason))
                .map(endpoint -> told("disabled", Priority.REMINDER, endpoint, clock.instant()));
        return commands.unattended("disableWebhookEndpoint", disabled);
    }

    private Mono<WebhookEndpoint> open(UUID endpointId, WebhookMove move) {
        return Mono.defer(() -> endpoints.findById(endpointId)).filter(endpoint -> endpoint.isOpenTo(move));
    }

    /** Announced to its partner: on his stream, and at his other endpoints. */
    static Outcome<WebhookEndpoint> told(String verb, Priority priority, WebhookEndpoint endpoint, Instant now) {
        return Outcome.changed(endpoint)
                .announcing(Event.of(verb, priority, endpoint, now).to(Set.of(endpoint.ownerId())));
    }
}
