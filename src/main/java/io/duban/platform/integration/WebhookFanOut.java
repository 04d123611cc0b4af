package io.duban.platform.integration;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.events.EventConsumer;
import io.duban.platform.events.LoggedEvent;
import io.duban.platform.events.Reaction;
import io.duban.platform.identity.Officer;
import io.duban.platform.persistence.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log for partners: an event becomes a delivery for every endpoint that wants it and whose partner may know of it. */
@Component
class WebhookFanOut implements EventConsumer {

    /** One parameter however many there are: PostgreSQL takes 65,535 of them and a page may have more values. */
    private static final String INSERT = """
            insert into webhook_delivery (id, version, endpoint_id, owner_id, kind, message_id, event_type, permission, unit_ids,
                    participant_ids, payload, status, next_at, created_at)
            select id, 1, "endpointId", "ownerId", 'EVENT', "messageId", "eventType", permission, "unitIds", "participantIds", payload,
                    'WAITING', "now", "now"
            from jsonb_to_recordset(%s::text::jsonb) as row(id uuid, "endpointId" uuid, "ownerId" uuid, "messageId" uuid,
                    "eventType" text, permission text, "unitIds" uuid[], "participantIds" uuid[], payload text, "now" timestamptz)""";

    private final WebhookEndpoints endpoints;
    private final Partners partners;
    private final PartnerMessages messages;
    private final WebhookDispatcher dispatcher;
    private final JsonMapper json;
    private final Clock clock;

    WebhookFanOut(
            WebhookEndpoints endpoints,
            Partners partners,
            PartnerMessages messages,
            WebhookDispatcher dispatcher,
            JsonMapper json,
            Clock clock) {
        this.endpoints = endpoints;
        this.partners = partners;
        this.messages = messages;
        this.dispatcher = dispatcher;
        this.json = json;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            UUID endpointId,
            UUID ownerId,
            UUID messageId,
            String eventType,
            String permission,
            List<UUID> unitIds,
            List<UUID> participantIds,
            String payload,
            Instant now) {}

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Mono<Boolean> isListening() {
        return endpoints.listening().count().map(number -> number > 0);
    }

    @Override
    public Mono<Reaction> react(List<LoggedEvent> page, String epoch) {
        return endpoints
                .listening()
                .collectList()
                .filter(listening -> !listening.isEmpty())
                .flatMap(listening -> officers(listening)
                        .map(known -> page.stream()
                                .flatMap(event -> rows(event, epoch, listening, known))
                                .toList()))
                .filter(rows -> !rows.isEmpty())
                .<Reaction>map(rows -> statement -> write(rows, statement))
                .defaultIfEmpty(Reaction.NONE);
    }

    @Override
    public void committed() {
        dispatcher.wake();
    }

    private Mono<Map<UUID, Officer>> officers(List<WebhookEndpoint> listening) {
        return Flux.fromIterable(listening)
                .map(WebhookEndpoint::ownerId)
                .distinct()
                .concatMap(partners::find)
                .collectMap(Officer::id);
    }

    private Stream<Row> rows(
            LoggedEvent event, String epoch, List<WebhookEndpoint> listening, Map<UUID, Officer> known) {
        var told = listening.stream()
                .filter(endpoint -> isFor(event, endpoint, known))
                .toList();
        if (told.isEmpty()) {
            return Stream.empty();
        }
        var message = messages.of(event, epoch);
        var now = clock.instant();
        return told.stream()
                .map(endpoint -> new Row(
                        UuidCreator.getTimeOrderedEpoch(),
                        endpoint.id(),
                        endpoint.ownerId(),
                        message.id(),
                        message.eventType(),
                        event.permission(),
                        event.unitIds(),
                        event.participantIds(),
                        message.payload(),
                        now));
    }

    /** What happens to an endpoint is told to its partner's other ones. */
    private boolean isFor(LoggedEvent event, WebhookEndpoint endpoint, Map<UUID, Officer> known) {
        var partner = known.get(endpoint.ownerId());
        return partner != null
                && endpoint.wants(event.type())
                && !event.subjectId().equals(endpoint.id())
                && partners.mayKnow(partner, event.permission(), event.unitIds(), event.participantIds());
    }

    private void write(List<Row> rows, Statement statement) {
        statement.piece("deliveries", INSERT.formatted(statement.value(json.writeValueAsString(rows))));
    }
}
