package io.duban.platform.integration;

import io.duban.contract.WebhookEndpointDto;
import io.duban.contract.WebhookEndpointPageDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Endpoints as the contract shows them to their partner. */
@Component
class WebhookReading {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final WebhookEndpoints endpoints;
    private final WebhookHealths healths;
    private final WebhookSecrets secrets;
    private final WebhookMapper mapper;
    private final Cursors cursors;

    WebhookReading(
            WebhookEndpoints endpoints,
            WebhookHealths healths,
            WebhookSecrets secrets,
            WebhookMapper mapper,
            Cursors cursors) {
        this.endpoints = endpoints;
        this.healths = healths;
        this.secrets = secrets;
        this.mapper = mapper;
        this.cursors = cursors;
    }

    Mono<ResponseEntity<WebhookEndpointDto>> one(UUID id, Access access) {
        return endpoints
                .require(id, access.reach())
                .flatMap(endpoint -> healthOf(List.of(endpoint))
                        .map(known -> ResponseEntity.ok()
                                .eTag(Versions.etag(endpoint.version()))
                                .body(dto(endpoint, known, access.officer()))));
    }

    /** The answer to a command; how the endpoint is doing is told when it is read. */
    ResponseEntity<WebhookEndpointDto> answer(WebhookEndpoint endpoint, Command command) {
        var answer = endpoint.version() == 1
                ? ResponseEntity.created(URI.create("/v1/webhook-endpoints/" + endpoint.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(endpoint.version())).body(dto(endpoint, Map.of(), command.officer()));
    }

    /**
     * The answer with the secret, which is put in after the commit: what is remembered for a repeated key lies in clear, and so must not have it. A repeated key is
     * answered without. It is told whatever has become of the endpoint meanwhile: a quick receiver has confirmed it before this is read.
     */
    Mono<ResponseEntity<WebhookEndpointDto>> disclosing(ResponseEntity<WebhookEndpointDto> answer) {
        var told = answer.getBody();
        if (told == null || answer.getHeaders().containsHeader(REPLAYED)) {
            return Mono.just(answer);
        }
        return endpoints
                .findById(told.getId())
                .map(endpoint -> told.secret(secrets.open(endpoint.secret(), endpoint.id())))
                .thenReturn(answer);
    }

    Mono<ResponseEntity<WebhookEndpointPageDto>> page(int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        return endpoints
                .page(access.zone().hands().toArray(UUID[]::new), last.at(), last.id(), limit + 1)
                .collectList()
                .map(rows ->
                        cursors.page(rows, limit, row -> Cursors.Place.of(row.createdAt(), row.id()), person, exchange))
                .flatMap(page -> healthOf(page.items())
                        .map(known -> ResponseEntity.ok(new WebhookEndpointPageDto(page.items().stream()
                                        .map(endpoint -> dto(endpoint, known, access.officer()))
                                        .toList())
                                .nextCursor(page.nextCursor()))));
    }

    private Mono<Map<UUID, WebhookHealth>> healthOf(List<WebhookEndpoint> shown) {
        return healths.findByEndpointIdIn(
                        shown.stream().map(WebhookEndpoint::id).toList())
                .collectMap(WebhookHealth::endpointId);
    }

    private WebhookEndpointDto dto(WebhookEndpoint endpoint, Map<UUID, WebhookHealth> known, Officer reader) {
        var health = known.getOrDefault(endpoint.id(), WebhookHealth.unknown(endpoint.id()));
        return mapper.toDto(endpoint, health, endpoint.legalActions(reader));
    }
}
