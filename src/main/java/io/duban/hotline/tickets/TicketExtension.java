package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A unit's wish for more time (延期), and what was decided. Silence decides nothing.
 *
 * @param until 24:00 of the new date
 * @param toManager it is longer than the auditor grants
 * @param granted null while nobody has decided, and for ever where the ticket moved on meanwhile
 */
@Table("hotline_extension")
record TicketExtension(
        @Id UUID id,
        long version,
        UUID ticketId,
        int round,
        String reason,
        String done,
        String plan,
        Instant dueBefore,
        Instant until,
        Instant toldCitizenAt,
        boolean toManager,
        UUID askedBy,
        Instant askedAt,
        @Nullable Boolean granted,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionWords)
        implements Versioned {

    /**
     * Until the end of which day, why, what is done, how it goes on, and when the citizen was told that it takes longer.
     *
     * @param toldCitizenAt null is refused with the reason, not as a malformed body
     */
    record Wish(
            LocalDate until,
            String reason,
            String done,
            String plan,
            @Nullable Instant toldCitizenAt) {}

    static TicketExtension asked(HotlineTicket ticket, Wish wish, boolean toManager, Command command) {
        return new TicketExtension(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                ticket.id(),
                ticket.round(),
                wish.reason(),
                wish.done(),
                wish.plan(),
                ticket.term().dueAt(),
                OfficeDay.end(wish.until()),
                wish.toldCitizenAt(),
                toManager,
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                null);
    }

    TicketExtension decided(boolean yes, @Nullable String words, Command command) {
        return new TicketExtension(
                id,
                version + 1,
                ticketId,
                round,
                reason,
                done,
                plan,
                dueBefore,
                until,
                toldCitizenAt,
                toManager,
                askedBy,
                askedAt,
                yes,
                command.officer().id(),
                command.now(),
                words);
    }

    Progress.Request request() {
        return toManager ? Progress.Request.LONG_EXTENSION : Progress.Request.EXTENSION;
    }
}
