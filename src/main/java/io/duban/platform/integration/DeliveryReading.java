package io.duban.platform.integration;

import io.duban.contract.WebhookDeliveryDto;
import io.duban.contract.WebhookDeliveryPageDto;
import io.duban.contract.WebhookDeliveryStatusDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Deliveries as the contract shows them to their partner. */
@Component
class DeliveryReading {

    private static final String LOG = """
            select at, milliseconds, code, fault from webhook_attempt where delivery_id = :delivery order by id""";

    private final WebhookDeliveries deliveries;
    private final PartnerMessages messages;
    private final WebhookMapper mapper;
    private final Cursors cursors;
    private final DatabaseClient database;

    DeliveryReading(
            WebhookDeliveries deliveries,
            PartnerMessages messages,
            WebhookMapper mapper,
            Cursors cursors,
            DatabaseClient database) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.mapper = mapper;
        this.cursors = cursors;
        this.database = database;
    }

    Mono<ResponseEntity<WebhookDeliveryDto>> one(UUID id, Access access) {
        return deliveries
                .require(id, access.reach())
                .flatMap(delivery -> attempts(id)
                        .map(log -> ResponseEntity.ok()
                                .eTag(Versions.etag(delivery.version()))
                                .body(dto(delivery, log, access.officer()))));
    }

    ResponseEntity<WebhookDeliveryDto> answer(WebhookDelivery delivery, Command command) {
        var answer = delivery.version() == 1
                ? ResponseEntity.created(URI.create("/v1/webhook-deliveries/" + delivery.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(delivery.version())).body(dto(delivery, null, command.officer()));
    }

    Mono<ResponseEntity<WebhookDeliveryPageDto>> page(
            @Nullable UUID endpointId,
            @Nullable WebhookDeliveryStatusDto status,
            int limit,
            @Nullable String cursor,
            ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        return deliveries
                .page(
                        access.zone().hands().toArray(UUID[]::new),
                        endpointId,
                        status == null ? null : status.getValue(),
                        last.at(),
                        last.id(),
                        limit + 1)
                .collectList()
                .map(rows ->
                        cursors.page(rows, limit, row -> Cursors.Place.of(row.createdAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new WebhookDeliveryPageDto(page.items().stream()
                                .map(delivery -> dto(delivery, null, access.officer()))
                                .toList())
                        .nextCursor(page.nextCursor())));
    }

    private Mono<List<DeliveryAttempt>> attempts(UUID id) {
        return database.sql(LOG)
                .bind("delivery", id)
                .mapProperties(DeliveryAttempt.class)
                .all()
                .collectList();
    }

    private WebhookDeliveryDto dto(WebhookDelivery delivery, @Nullable List<DeliveryAttempt> log, Officer reader) {
        return mapper.toDto(new DeliveryView(
                delivery,
                messages.type(delivery.eventType()),
                messages.read(delivery.payload()),
                delivery.dueAt(),
                log,
                delivery.legalActions(reader)));
    }
}
