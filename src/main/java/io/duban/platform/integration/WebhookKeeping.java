package io.duban.platform.integration;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a partner does with his endpoints. */
@Component
class WebhookKeeping {

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final WebhookAddresses addresses;
    private final WebhookSecrets secrets;
    private final PartnerMessages messages;
    private final int most;

    WebhookKeeping(
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            WebhookAddresses addresses,
            WebhookSecrets secrets,
            PartnerMessages messages,
            WebhookProperties properties) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.secrets = secrets;
        this.messages = messages;
        this.most = properties.mostEndpoints();
    }

    Mono<Outcome<WebhookEndpoint>> register(WebhookOrder order, Command command) {
        addresses.require(order.url());
        return endpoints
                .countOf(command.officer().id())
                .filter(count -> count < most)
                .switchIfEmpty(Mono.error(() -> Refusal.invalid(
                        "/url", "接收地址最多 %d 个。".formatted(most), "There are at most %d endpoints.".formatted(most))))
                .map(count -> registered(order, command));
    }

    private Outcome<WebhookEndpoint> registered(WebhookOrder order, Command command) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var endpoint = WebhookEndpoint.registered(id, order, secrets.fresh(id), command);
        return Outcome.created(endpoint)
                .inserting(challenge(endpoint, command))
                .announcing(event("registered", endpoint, command));
    }

    Mono<Outcome<WebhookEndpoint>> change(UUID id, WebhookOrder order, Command command) {
        return require(id, command).map(endpoint -> {
            addresses.require(order.url());
            var changed = endpoint.change(order, command);
            var outcome = Outcome.changed(changed).announcing(event("changed", changed, command));
            return changed.url().equals(endpoint.url()) ? outcome : outcome.inserting(challenge(changed, command));
        });
    }

    Mono<Outcome<WebhookEndpoint>> challengeAgain(UUID id, Command command) {
        return require(id, command)
                .map(endpoint -> endpoint.take(WebhookMove.CHALLENGE, command))
                .map(endpoint -> Outcome.changed(endpoint)
                        .inserting(challenge(endpoint, command))
                        .announcing(event("challenged", endpoint, command)));
    }

    Mono<Outcome<WebhookEndpoint>> pause(UUID id, Command command) {
        return moved(id, WebhookMove.PAUSE, "paused", command);
    }

    Mono<Outcome<WebhookEndpoint>> resume(UUID id, Command command) {
        return moved(id, WebhookMove.RESUME, "resumed", command);
    }

    Mono<Outcome<WebhookEndpoint>> remove(UUID id, Command command) {
        return moved(id, WebhookMove.REMOVE, "removed", command);
    }

    Mono<Outcome<WebhookEndpoint>> rotate(UUID id, Duration overlap, Command command) {
        var until = overlap.isZero() ? null : command.now().plus(overlap);
        return require(id, command)
                .map(endpoint -> endpoint.rotate(secrets.fresh(id), until, command))
                .map(endpoint -> Outcome.changed(endpoint).announcing(event("secretRotated", endpoint, command)));
    }

    /** A test message; the endpoint itself stays as it is. */
    Mono<Outcome<WebhookDelivery>> ping(UUID id, Command command) {
        return require(id, command).map(endpoint -> {
            WebhookMove.PING.check(endpoint.status(), endpoint.version(), command.seeing(endpoint.version()));
            var message = messages.ping(endpoint, command.now());
            return Outcome.created(WebhookDelivery.ofEndpoint(
                    UuidCreator.getTimeOrderedEpoch(), endpoint, DeliveryKind.PING, message, null, command.now()));
        });
    }

    Mono<Outcome<WebhookDelivery>> replay(UUID deliveryId, Command command) {
        return deliveries
                .require(deliveryId, command.access().reach())
                .map(delivery -> Outcome.changed(delivery.replay(command)));
    }

    private Mono<Outcome<WebhookEndpoint>> moved(UUID id, WebhookMove move, String verb, Command command) {
        return require(id, command)
                .map(endpoint -> endpoint.take(move, command))
                .map(endpoint -> Outcome.changed(endpoint).announcing(event(verb, endpoint, command)));
    }

    private Mono<WebhookEndpoint> require(UUID id, Command command) {
        return endpoints.require(id, command.access().reach());
    }

    private WebhookDelivery challenge(WebhookEndpoint endpoint, Command command) {
        var token = secrets.challenge();
        return WebhookDelivery.ofEndpoint(
                UuidCreator.getTimeOrderedEpoch(),
                endpoint,
                DeliveryKind.CHALLENGE,
                messages.challenge(endpoint, token, command.now()),
                token,
                command.now());
    }

    private static Event event(String verb, WebhookEndpoint endpoint, Command command) {
        return Event.of(verb, Priority.INFO, endpoint, command.now()).to(Set.of(endpoint.ownerId()));
    }
}
