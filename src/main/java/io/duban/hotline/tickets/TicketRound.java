package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A round of a ticket as it ended, kept for ever: a redo or the platform above begins the next one, and the statistics still need the results of this (domain 0.4).
 *
 * @param resolved what the citizen said, as on the ticket; null where he was not heard
 */
@Table("hotline_round")
record TicketRound(
        @Id UUID id,
        UUID ticketId,
        int round,
        Ending ending,
        @Nullable UUID hostUnitId,
        @Nullable UUID handlerId,
        @Nullable Instant dispatchedAt,
        @Nullable Instant originalDueAt,
        @Nullable Instant dueAt,
        boolean extended,
        Feedback.@Nullable Result feedbackResult,
        @Nullable String feedbackFacts,
        @Nullable String legalBasis,
        @Nullable Instant toldCitizenAt,
        @Nullable String toldCitizenWhat,
        @Nullable UUID feedbackById,
        @Nullable Instant feedbackAt,
        @Nullable UUID auditedById,
        Callback.@Nullable Outcome callbackOutcome,
        Callback.@Nullable Resolved resolved,
        Callback.@Nullable Satisfaction satisfaction,
        UUID endedById,
        Instant endedAt) {

    /** @param ticket as it was in this round, with what the citizen said */
    static TicketRound ended(HotlineTicket ticket, Callback said, Ending ending, Command command) {
        var feedback = ticket.feedback();
        return new TicketRound(
                UuidCreator.getTimeOrderedEpoch(),
                ticket.id(),
                ticket.round(),
                ending,
                ticket.handling().hostUnitId(),
                ticket.handling().handlerId(),
                ticket.handling().dispatchedAt(),
                ticket.term().originalDueAt(),
                ticket.term().dueAt(),
                ticket.term().extended(),
                feedback.result(),
                feedback.facts(),
                feedback.legalBasis(),
                feedback.toldCitizenAt(),
                feedback.toldCitizenWhat(),
                feedback.feedbackBy(),
                feedback.feedbackAt(),
                said.auditedById(),
                said.outcome(),
                said.resolved(),
                said.satisfaction(),
                command.officer().id(),
                command.now());
    }

    /** What ended it. */
    enum Ending {
        CALLED_BACK,
        REDONE,
        /** The platform above dispatched it once more. */
        DISPATCHED_UPSTREAM,
        /** The platform above closed it. */
        CLOSED_UPSTREAM
    }
}
