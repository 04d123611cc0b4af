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
 * That a ticket cannot be solved for now and is listed as hard (挂账): proposed by the manager, approved by the leader in charge, listed, and one day
 * resumed.
 *
 * @param reviewAt when it is looked at again: 24:00 of that day
 * @param approved null while the leader has not decided, and for ever where the ticket moved on meanwhile
 */
@Table("hotline_hard_listing")
record HardListing(
        @Id UUID id,
        long version,
        UUID ticketId,
        int round,
        Ground ground,
        String reason,
        String plan,
        Instant toldCitizenAt,
        Instant reviewAt,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable Boolean approved,
        @Nullable UUID approvedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionWords,
        @Nullable UUID listedBy,
        @Nullable Instant listedAt,
        @Nullable UUID resumedBy,
        @Nullable Instant resumedAt,
        @Nullable String resumeWords)
        implements Versioned {

    /** 规划、资金、历史遗留、跨区域. */
    enum Ground {
        PLANNING,
        FUNDING,
        LEGACY,
        BEYOND_DISTRICT
    }

    /**
     * What a proposal must say (domain 2.5 T14).
     *
     * @param toldCitizenAt null is refused with the reason, not as a malformed body
     */
    record Terms(
            Ground ground,
            String reason,
            String plan,
            LocalDate reviewOn,
            @Nullable Instant toldCitizenAt) {}

    static HardListing proposed(HotlineTicket ticket, Terms terms, Command command) {
        return new HardListing(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                ticket.id(),
                ticket.round(),
                terms.ground(),
                terms.reason(),
                terms.plan(),
                terms.toldCitizenAt(),
                OfficeDay.end(terms.reviewOn()),
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    HardListing decided(boolean yes, @Nullable String words, Command command) {
        return new HardListing(
                id,
                version + 1,
                ticketId,
                round,
                ground,
                reason,
                plan,
                toldCitizenAt,
                reviewAt,
                proposedBy,
                proposedAt,
                yes,
                command.officer().id(),
                command.now(),
                words,
                null,
                null,
                null,
                null,
                null);
    }

    HardListing listed(Command command) {
        return onList(reviewAt, command.officer().id(), command.now(), null, null, null);
    }

    /** Looked at, and left on the list until it is looked at again. */
    HardListing prolonged(Instant nextReview) {
        return onList(nextReview, listedBy, listedAt, null, null, null);
    }

    HardListing resumed(String words, Command command) {
        return onList(reviewAt, listedBy, listedAt, command.officer().id(), command.now(), words);
    }

    private HardListing onList(
            Instant nextReview,
            @Nullable UUID by,
            @Nullable Instant at,
            @Nullable UUID resumer,
            @Nullable Instant resumed,
            @Nullable String words) {
        return new HardListing(
                id,
                version + 1,
                ticketId,
                round,
                ground,
                reason,
                plan,
                toldCitizenAt,
                nextReview,
                proposedBy,
                proposedAt,
                approved,
                approvedBy,
                decidedAt,
                decisionWords,
                by,
                at,
                resumer,
                resumed,
                words);
    }
}
