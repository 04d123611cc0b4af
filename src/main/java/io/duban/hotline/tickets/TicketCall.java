package io.duban.hotline.tickets;

import io.duban.platform.persistence.Versioned;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * How the demand of a ticket was told: in which call, and for whom.
 *
 * @param id the ticket
 * @param callId the ticket of the first matter told in the same call; its own, when it was the first or the only one
 * @param callerKey who called, as {@link CallerKeys} has it; null when he is not to be recognised
 */
@Table("hotline_call")
record TicketCall(
        @Id UUID id,
        long version,
        UUID callId,
        byte @Nullable [] callerKey,
        boolean wantsAnswer,
        @Nullable String concernedName,
        @Nullable String relation)
        implements Versioned {

    /**
     * What the caller says beside his demand.
     *
     * @param wantsAnswer wants to be told the result
     * @param concernedName whose matter it is, when he calls for somebody else (代他人来电)
     * @param relation what he is to that person
     */
    record Telling(
            boolean wantsAnswer,
            @Nullable String concernedName,
            @Nullable String relation) {

        static final Telling PLAIN = new Telling(true, null, null);
    }

    static TicketCall of(UUID ticketId, UUID callId, byte @Nullable [] callerKey, Telling telling) {
        return new TicketCall(
                ticketId, 1, callId, callerKey, telling.wantsAnswer(), telling.concernedName(), telling.relation());
    }

    /** The same ticket, told anew from above. */
    TicketCall toldAnew(byte @Nullable [] key, Telling telling) {
        return new TicketCall(
                id, version + 1, callId, key, telling.wantsAnswer(), telling.concernedName(), telling.relation());
    }

    Telling telling() {
        return new Telling(wantsAnswer, concernedName, relation);
    }
}
