package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A unit's written request to end a ticket without a result (终止办理, 潍坊条例 art. 21), and what was decided.
 *
 * @param explanation what the citizen was told
 * @param approved null while nobody has decided, and for ever where the ticket moved on meanwhile
 */
@Table("hotline_termination")
record Termination(
        @Id UUID id,
        long version,
        UUID ticketId,
        int round,
        Ground ground,
        String reason,
        String explanation,
        Instant toldCitizenAt,
        UUID askedBy,
        Instant askedAt,
        @Nullable Boolean approved,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionWords)
        implements Versioned {

    /** The two grounds of the regulation. */
    enum Ground {
        /** 第十九条第一款: found on the way to be a matter that is not accepted. */
        NOT_ACCEPTABLE,
        /** 服务对象拒不配合. */
        CITIZEN_UNCOOPERATIVE
    }

    /**
     * As it comes in.
     *
     * @param toldCitizenAt null is refused with the reason, not as a malformed body
     */
    record Wish(
            Ground ground,
            String reason,
            String explanation,
            @Nullable Instant toldCitizenAt) {}

    static Termination asked(HotlineTicket ticket, Wish wish, Command command) {
        return new Termination(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                ticket.id(),
                ticket.round(),
                wish.ground(),
                wish.reason(),
                wish.explanation(),
                wish.toldCitizenAt(),
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                null);
    }

    Termination decided(boolean yes, @Nullable String words, Command command) {
        return new Termination(
                id,
                version + 1,
                ticketId,
                round,
                ground,
                reason,
                explanation,
                toldCitizenAt,
                askedBy,
                askedAt,
                yes,
                command.officer().id(),
                command.now(),
                words);
    }
}
