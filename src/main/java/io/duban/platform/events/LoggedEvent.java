package io.duban.platform.events;

import io.duban.platform.calendar.AlertLight;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log keeps it.
 *
 * @param type {@code module.entity.verb}
 * @param permission the row of the permission matrix whose reach over units and participants lets an officer see it
 * @param addresseeIds persons and units it is addressed to
 * @param onBehalfOf the principal, when a delegate did it for him
 */
public record LoggedEvent(
        LogPosition position,
        UUID id,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        String subjectType,
        UUID subjectId,
        long subjectVersion,
        String title,
        Priority priority,
        String state,
        String permission,
        List<UUID> unitIds,
        List<UUID> participantIds,
        List<UUID> addresseeIds,
        @Nullable Instant dueAt,
        AlertLight light,
        @Nullable UUID onBehalfOf) {}
