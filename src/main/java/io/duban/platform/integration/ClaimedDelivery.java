package io.duban.platform.integration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery this instance may send now, with what it needs of its endpoint.
 *
 * @param lease the right to say how it went; lost when another instance took it over
 * @param attempts made before this one
 * @param overtaken a challenge that a later one stands for, or that nobody waits for any more; its address may be another by now
 */
record ClaimedDelivery(
        UUID id,
        UUID lease,
        UUID endpointId,
        UUID ownerId,
        DeliveryKind kind,
        UUID messageId,
        String permission,
        List<UUID> unitIds,
        List<UUID> participantIds,
        String payload,
        @Nullable String challenge,
        int attempts,
        String url,
        String secret,
        @Nullable String formerSecret,
        @Nullable Instant formerUntil,
        boolean overtaken) {}
