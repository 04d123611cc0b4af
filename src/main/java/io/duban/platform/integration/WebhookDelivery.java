package io.duban.platform.integration;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Move;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One message for one endpoint, through all its attempts.
 *
 * @param messageId {@code webhook-id}: by it the receiver knows a repetition
 * @param permission with units and participants: who may know it, asked at every attempt
 * @param payload the body, as it is sent and signed
 * @param challenge what the answer has to echo
 * @param nextAt when it is due while WAITING
 * @param lease the attempt under way
 */
@Table("webhook_delivery")
record WebhookDelivery(
        @Id UUID id,
        long version,
        UUID endpointId,
        UUID ownerId,
        DeliveryKind kind,
        UUID messageId,
        String eventType,
        String permission,
        Set<UUID> unitIds,
        Set<UUID> participantIds,
        String payload,
        @Nullable String challenge,
        DeliveryStatus status,
        int attempts,
        Instant nextAt,
        @Nullable UUID lease,
        @Nullable Instant leasedUntil,
        @Nullable Integer lastCode,
        @Nullable DeliveryFault lastFault,
        Instant createdAt,
        @Nullable Instant finishedAt)
        implements Subject {

    /** A message about the endpoint itself, due at once. */
    static WebhookDelivery ofEndpoint(
            UUID id,
            WebhookEndpoint endpoint,
            DeliveryKind kind,
            PartnerMessage message,
            @Nullable String challenge,
            Instant now) {
        return new WebhookDelivery(
                id,
                1,
                endpoint.id(),
                endpoint.ownerId(),
                kind,
                message.id(),
                message.eventType(),
                WebhookEndpoint.PERMISSION,
                Set.of(),
                Set.of(endpoint.ownerId()),
                message.payload(),
                challenge,
                DeliveryStatus.WAITING,
                0,
                now,
                null,
                null,
                null,
                null,
                now,
                null);
    }

    /**
     * Sent again, through all retries, as the same message. Not a challenge: whoever has seen it once could have another address, which never did, echo it.
     */
    WebhookDelivery replay(Command command) {
        DeliveryMove.REPLAY.check(status, version, command);
        if (kind == DeliveryKind.CHALLENGE) {
            throw Refusal.illegalState(DeliveryMove.REPLAY.name(), status.name(), legalActions(command.officer()));
        }
        return new WebhookDelivery(
                id,
                version + 1,
                endpointId,
                ownerId,
                kind,
                messageId,
                eventType,
                permission,
                unitIds,
                participantIds,
                payload,
                challenge,
                DeliveryMove.REPLAY.to(),
                0,
                command.now(),
                null,
                null,
                lastCode,
                lastFault,
                createdAt,
                null);
    }

    List<String> legalActions(Officer officer) {
        return kind == DeliveryKind.CHALLENGE
                ? List.of()
                : Move.legal(Arrays.asList(DeliveryMove.values()), status, officer);
    }

    @Override
    public String subjectType() {
        return "webhook.delivery";
    }

    @Override
    public String title() {
        return "回调投递";
    }

    @Override
    public String state() {
        return status.name();
    }

    @Override
    public Audience audience() {
        return new Audience(WebhookEndpoint.PERMISSION, Set.of(), Set.of(ownerId));
    }

    /** When it is tried next; null when it is over. */
    @Override
    public @Nullable Instant dueAt() {
        return status == DeliveryStatus.WAITING ? nextAt : null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }
}
