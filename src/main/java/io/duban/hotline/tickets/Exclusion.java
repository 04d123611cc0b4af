package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.subprocesses.Separation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A unit's wish that a ticket be left out of the rates (剔除), and what was decided. Silence decides nothing. Both figures are shown: with and without.
 *
 * @param unitId the host that asks
 * @param evidence what shows the reason
 * @param granted null while nobody has decided
 */
@Table("hotline_exclusion")
record Exclusion(
        @Id UUID id,
        long version,
        UUID ticketId,
        UUID unitId,
        int round,
        Reason reason,
        String evidence,
        UUID requestedById,
        Instant requestedAt,
        @Nullable Boolean granted,
        @Nullable UUID decidedById,
        @Nullable Instant decidedAt,
        @Nullable String decisionWords)
        implements Versioned {

    /** Why, and what shows it. */
    record Wish(Reason reason, String evidence) {}

    static Exclusion asked(HotlineTicket ticket, UUID host, Wish wish, Command command) {
        return new Exclusion(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                ticket.id(),
                host,
                ticket.round(),
                wish.reason(),
                wish.evidence(),
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                null);
    }

    /** Decided by another than who asked. */
    Exclusion decided(boolean yes, String words, Command command) {
        Separation.require(command, "申请人不能审定本人的剔除申请。", "Nobody decides on his own request.", requestedById);
        return new Exclusion(
                id,
                version + 1,
                ticketId,
                unitId,
                round,
                reason,
                evidence,
                requestedById,
                requestedAt,
                yes,
                command.officer().id(),
                command.now(),
                words);
    }

    /** The reasons of domain 2.5 T21. */
    enum Reason {
        UNLAWFUL_DEMAND,
        BEYOND_POLICY,
        MALICIOUS,
        WRONG_UNIT,
        FORCE_MAJEURE,
        IN_LITIGATION
    }

    /** Where a ticket stands with it. */
    enum Standing {
        ASKED,
        GRANTED,
        REFUSED
    }
}
