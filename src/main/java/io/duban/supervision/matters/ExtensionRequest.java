package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A unit's wish for more time (延期), and what was decided. Silence decides nothing.
 *
 * @param toLeader it is longer than the director may grant
 * @param granted null while nobody has decided
 */
@Table("supervision_extension")
record ExtensionRequest(
        @Id UUID id,
        long version,
        UUID matterId,
        UUID assignmentId,
        UUID unitId,
        int round,
        String reason,
        String done,
        String plan,
        Instant dueBefore,
        Instant until,
        boolean toLeader,
        UUID askedById,
        Instant askedAt,
        @Nullable Boolean granted,
        @Nullable UUID decidedById,
        @Nullable Instant decidedAt,
        @Nullable String decisionWords)
        implements Versioned {

    /** Until when, why, what is done, how it goes on. */
    record Wish(Instant until, String reason, String done, String plan) {}

    static ExtensionRequest asked(SupervisionAssignment part, Wish wish, boolean toLeader, Command command) {
        return new ExtensionRequest(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                part.matterId(),
                part.id(),
                part.unitId(),
                part.round(),
                wish.reason(),
                wish.done(),
                wish.plan(),
                part.dueAt(),
                wish.until(),
                toLeader,
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                null);
    }

    ExtensionRequest decided(boolean yes, String words, Command command) {
        return new ExtensionRequest(
                id,
                version + 1,
                matterId,
                assignmentId,
                unitId,
                round,
                reason,
                done,
                plan,
                dueBefore,
                until,
                toLeader,
                askedById,
                askedAt,
                yes,
                command.officer().id(),
                command.now(),
                words);
    }
}
