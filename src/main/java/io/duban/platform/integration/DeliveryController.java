package io.duban.platform.integration;

import io.duban.contract.WebhookDeliveriesApi;
import io.duban.contract.WebhookDeliveryDto;
import io.duban.contract.WebhookDeliveryPageDto;
import io.duban.contract.WebhookDeliveryStatusDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the deliveries' part of the webhooks' page: translation only. */
@RestController
class DeliveryController implements WebhookDeliveriesApi {

    private final Commands commands;
    private final WebhookKeeping keeping;
    private final DeliveryReading reading;
    private final WebhookDispatcher dispatcher;

    DeliveryController(
            Commands commands, WebhookKeeping keeping, DeliveryReading reading, WebhookDispatcher dispatcher) {
        this.commands = commands;
        this.keeping = keeping;
        this.reading = reading;
        this.dispatcher = dispatcher;
    }

    @Override
    public Mono<ResponseEntity<WebhookDeliveryPageDto>> listWebhookDeliveries(
            UUID endpointId,
            WebhookDeliveryStatusDto status,
            Integer limit,
            String cursor,
            ServerWebExchange exchange) {
        return reading.page(endpointId, status, limit, cursor, exchange);
    }

    @Override
    public Mono<ResponseEntity<WebhookDeliveryDto>> getWebhookDelivery(UUID id, ServerWebExchange exchange) {
        return reading.one(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<WebhookDeliveryDto>> replayWebhookDelivery(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return commands.execute(
                        exchange, "", WebhookDeliveryDto.class, command -> keeping.replay(id, command), reading::answer)
                .doOnSuccess(replayed -> dispatcher.wake());
    }
}
