package io.duban.platform.integration;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.contract.PartnerEventDataDto;
import io.duban.contract.PartnerEventDto;
import io.duban.platform.events.Cursor;
import io.duban.platform.events.EventNames;
import io.duban.platform.events.LoggedEvent;
import io.duban.platform.web.Times;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what partners are sent: ids, state, date and where to fetch the rest with their own rights. Neither a title nor a person: a title is what somebody
 * typed, and leaves the house only where it is asked for by somebody who may read it.
 */
@Component
class PartnerMessages {

    /** Where a subject is fetched; of others the envelope says no link. A test holds them against the contract. */
    static final Map<String, String> LINKS = Map.of(
            "hotline.ticket", "/v1/hotline-tickets/",
            "supervision.matter", "/v1/supervision-matters/",
            "webhook.endpoint", "/v1/webhook-endpoints/");

    private static final String JSON = "application/json";

    private final EventNames names;
    private final Times times;
    private final JsonMapper json;

    PartnerMessages(EventNames names, Times times, JsonMapper json) {
        this.names = names;
        this.times = times;
        this.json = json;
    }

    PartnerMessage of(LoggedEvent event, String epoch) {
        var data = data(event.subjectType(), event.subjectId(), event.subjectVersion(), event.state())
                .dueAt(times.toContract(event.dueAt()));
        var envelope = envelope(event.id(), event.type(), names.subject(event), event.occurredAt(), data)
                .sequence(new Cursor(epoch, event.position()).toString());
        return new PartnerMessage(event.id(), event.type(), json.writeValueAsString(envelope));
    }

    PartnerMessage ping(WebhookEndpoint endpoint, Instant now) {
        return about(endpoint, "webhook.ping", null, now);
    }

    PartnerMessage challenge(WebhookEndpoint endpoint, String challenge, Instant now) {
        return about(endpoint, "webhook.challenge", challenge, now);
    }

    /**
     * What was written before, with its times as they were written, but for a challenge: only who is at the address gets it, or knowing it would prove nothing.
     */
    PartnerEventDto read(String payload) {
        PartnerEventDto event = json.readerFor(PartnerEventDto.class)
                .without(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .readValue(payload);
        event.getData().setChallenge(null);
        return event;
    }

    /** The CloudEvents type of an event of the log. */
    String type(String eventType) {
        return names.type(eventType);
    }

    private PartnerMessage about(WebhookEndpoint endpoint, String type, @Nullable String challenge, Instant now) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var data = data(endpoint.subjectType(), endpoint.id(), endpoint.version(), endpoint.state())
                .challenge(challenge);
        var envelope = envelope(id, type, endpoint.subjectType() + "/" + endpoint.id(), now, data);
        return new PartnerMessage(id, type, json.writeValueAsString(envelope));
    }

    private PartnerEventDto envelope(UUID id, String type, String subject, Instant at, PartnerEventDataDto data) {
        return new PartnerEventDto(
                EventNames.SPECIFICATION,
                id,
                names.source(),
                names.type(type),
                subject,
                times.toContract(at),
                JSON,
                data);
    }

    private static PartnerEventDataDto data(String type, UUID id, long version, String state) {
        var link = LINKS.get(type);
        return new PartnerEventDataDto(type, id, version, state).link(link == null ? null : link + id);
    }
}
