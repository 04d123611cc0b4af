package io.duban.documents.incoming;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A unit chased by hand (催办). Never changed.
 *
 * @param chasedBy by whose post; {@code actorId} is who did it, another person where a delegate did
 * @param answer what he answered; null when he has not
 * @param restsUntil the next working day, before which the unit is not chased again
 */
@Table("incoming_chase")
record Chase(
        @Id UUID id,
        UUID documentId,
        UUID assignmentId,
        UUID unitId,
        UUID chasedBy,
        UUID actorId,
        Channel channel,
        String toWhom,
        @Nullable String words,
        @Nullable String answer,
        Instant chasedAt,
        Instant restsUntil) {

    /** 系统提醒, 电话, 短信, 当面, 催办函. */
    enum Channel {
        APP,
        TELEPHONE,
        MESSAGE,
        IN_PERSON,
        LETTER
    }

    /** As it comes in. */
    record Call(
            UUID documentId,
            UUID assignmentId,
            Channel channel,
            String toWhom,
            @Nullable String words,
            @Nullable String answer) {}
}
