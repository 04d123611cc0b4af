package io.duban.platform.integration;

import io.duban.contract.NewWebhookEndpointDto;
import io.duban.contract.WebhookDeliveryDto;
import io.duban.contract.WebhookEndpointDto;
import io.duban.contract.WebhookEndpointPageDto;
import io.duban.contract.WebhookSecretRotationDto;
import io.duban.contract.WebhooksApi;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the endpoints' part of the webhooks' page: translation only. */
@RestController
class WebhookController implements WebhooksApi {

    private final Commands commands;
    private final WebhookKeeping keeping;
    private final WebhookReading reading;
    private final DeliveryReading deliveries;
    private final WebhookDispatcher dispatcher;
    private final WebhookMapper mapper;

    WebhookController(
            Commands commands,
            WebhookKeeping keeping,
            WebhookReading reading,
            DeliveryReading deliveries,
            WebhookDispatcher dispatcher,
            WebhookMapper mapper) {
        this.commands = commands;
        this.keeping = keeping;
        this.reading = reading;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<WebhookEndpointDto>> registerWebhookEndpoint(
            UUID key, Mono<NewWebhookEndpointDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> disclosing(exchange, dto, command -> keeping.register(mapper.toOrder(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<WebhookEndpointDto>> changeWebhookEndpoint(
            UUID id, UUID key, String ifMatch, Mono<NewWebhookEndpointDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> keeping.change(id, mapper.toOrder(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<WebhookEndpointDto>> rotateWebhookSecret(
            UUID id, UUID key, String ifMatch, Mono<WebhookSecretRotationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> disclosing(
                exchange, dto, command -> keeping.rotate(id, Duration.ofHours(dto.getOverlapHours()), command)));
    }

    @Override
    public Mono<ResponseEntity<WebhookEndpointDto>> challengeWebhookEndpoint(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, "", command -> keeping.challengeAgain(id, command));
    }

    @Override
    public Mono<ResponseEntity<WebhookEndpointDto>> pauseWebhookEndpoint(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, "", command -> keeping.pause(id, command));
    }

    @Override
    public Mono<ResponseEntity<WebhookEndpointDto>> resumeWebhookEndpoint(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, "", command -> keeping.resume(id, command));
    }

    @Override
    public Mono<ResponseEntity<WebhookEndpointDto>> removeWebhookEndpoint(
            UUID id, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, "", command -> keeping.remove(id, command));
    }

    @Override
    public Mono<ResponseEntity<WebhookDeliveryDto>> pingWebhookEndpoint(UUID id, UUID key, ServerWebExchange exchange) {
        return commands.execute(
                        exchange,
                        "",
                        WebhookDeliveryDto.class,
                        command -> keeping.ping(id, command),
                        deliveries::answer)
                .doOnSuccess(sent -> dispatcher.wake());
    }

    @Override
    public Mono<ResponseEntity<WebhookEndpointDto>> getWebhookEndpoint(UUID id, ServerWebExchange exchange) {
        return reading.one(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<WebhookEndpointPageDto>> listWebhookEndpoints(
            Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(limit, cursor, exchange);
    }

    /** Of a command that makes a secret, which its answer tells once. */
    private Mono<ResponseEntity<WebhookEndpointDto>> disclosing(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<WebhookEndpoint>>> work) {
        var decided = new AtomicReference<WebhookEndpoint>();
        return execute(
                        exchange,
                        body,
                        command -> work.apply(command).doOnNext(outcome -> decided.set(outcome.subject())))
                .map(answer -> reading.disclosing(answer, decided.get()));
    }

    private Mono<ResponseEntity<WebhookEndpointDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<WebhookEndpoint>>> work) {
        return commands.execute(exchange, body, WebhookEndpointDto.class, work, reading::answer)
                .doOnSuccess(done -> dispatcher.wake());
    }
}
