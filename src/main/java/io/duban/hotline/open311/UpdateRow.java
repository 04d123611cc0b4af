package io.duban.hotline.open311;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What was written about a report at the partner's. Never changed. Who wrote it is not kept: the partner knows him, and nothing here asks.
 *
 * @param updateId the partner's id of it
 * @param status the partner's word for the state; it moves nothing here
 */
@Table("open311_update")
record UpdateRow(
        @Id UUID id,
        UUID ticketId,
        UUID partnerId,
        String updateId,
        @Nullable String status,
        String description,
        @Nullable String mediaUrl,
        Instant updatedAt,
        Instant receivedAt) {}
