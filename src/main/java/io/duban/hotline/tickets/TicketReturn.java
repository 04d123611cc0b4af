package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.subprocesses.ReturnReason;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A unit's wish to give a ticket back (退单), and what was decided.
 *
 * @param decision null while it is open
 * @param givenToUnitId who got it in the place of the unit; null when nobody did
 */
@Table("hotline_return")
record TicketReturn(
        @Id UUID id,
        long version,
        UUID ticketId,
        UUID unitId,
        ReturnReason reason,
        String words,
        String legalBasis,
        UUID suggestedUnitId,
        UUID askedById,
        Instant askedAt,
        @Nullable Decision decision,
        @Nullable UUID givenToUnitId,
        @Nullable UUID decidedById,
        @Nullable Instant decidedAt,
        @Nullable String decisionWords)
        implements Versioned {

    /** What becomes of it. */
    enum Decision {
        /** Another unit gets it. */
        REASSIGN,
        /** The unit keeps it. */
        KEEP,
        /** 争议: it is coordinated, and a unit designated. */
        DISPUTE
    }

    /** What the unit asks. */
    record Wish(ReturnReason reason, String words, UUID suggestedUnitId, String legalBasis) {}

    /**
     * What is decided.
     *
     * @param hostUnitId who gets it, when another does
     * @param coUnitIds who helps it then
     * @param words why
     */
    record Verdict(Decision decision, @Nullable UUID hostUnitId, Set<UUID> coUnitIds, String words) {}

    static TicketReturn asked(HotlineTicket ticket, UUID unit, Wish wish, Command command) {
        return new TicketReturn(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                ticket.id(),
                unit,
                wish.reason(),
                wish.words(),
                wish.legalBasis(),
                wish.suggestedUnitId(),
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                null,
                null);
    }

    TicketReturn decided(Verdict verdict, Command command) {
        return new TicketReturn(
                id,
                version + 1,
                ticketId,
                unitId,
                reason,
                words,
                legalBasis,
                suggestedUnitId,
                askedById,
                askedAt,
                verdict.decision(),
                verdict.decision() == Decision.REASSIGN ? verdict.hostUnitId() : null,
                command.officer().id(),
                command.now(),
                verdict.words());
    }
}
