package io.duban.hotline.tickets;

import io.duban.platform.calendar.AlertLight;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that another probably repeats, without anything about its citizen.
 *
 * @param metres between the points; null where one has none
 * @param addressLikeness from 0 to 1; null where one has no address
 */
record Repeat(
        UUID ticketId,
        long version,
        String ticketNumber,
        HotlineTicketStatus status,
        String title,
        String categoryCode,
        Instant acceptedAt,
        @Nullable UUID hostUnitId,
        @Nullable Instant dueAt,
        AlertLight light,
        @Nullable UUID parentId,
        @Nullable Integer metres,
        @Nullable Double addressLikeness) {}
