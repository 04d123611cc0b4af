package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.subprocesses.ReturnReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A unit's wish to give its part back (退回改派), and what was decided.
 *
 * @param disputed it is the second one on the matter: only a designation ends it
 * @param givenToUnitId who got it; null while it is open, and when the unit keeps it
 */
@Table("supervision_return")
record ReturnRequest(
        @Id UUID id,
        long version,
        UUID matterId,
        UUID assignmentId,
        UUID unitId,
        boolean disputed,
        ReturnReason reason,
        String words,
        UUID suggestedUnitId,
        String legalBasis,
        UUID askedById,
        Instant askedAt,
        @Nullable Decision decision,
        @Nullable UUID givenToUnitId,
        @Nullable UUID decidedById,
        @Nullable Instant decidedAt,
        @Nullable String decisionWords)
        implements Versioned {

    /** What became of it. */
    enum Decision {
        KEPT,
        REASSIGNED
    }

    /** What the unit asks. */
    record Wish(ReturnReason reason, String words, UUID suggestedUnitId, String legalBasis) {}

    /**
     * What is decided.
     *
     * @param unitId who gets it; null or the same unit when it is kept
     * @param words why; for a disputed one, what the coordination meeting (会商) came to
     */
    record Verdict(@Nullable UUID unitId, String words) {

        boolean keeps(SupervisionAssignment part) {
            return unitId == null || unitId.equals(part.unitId());
        }
    }

    static ReturnRequest asked(SupervisionAssignment part, Wish wish, boolean disputed, Command command) {
        return new ReturnRequest(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                part.matterId(),
                part.id(),
                part.unitId(),
                disputed,
                wish.reason(),
                wish.words(),
                wish.suggestedUnitId(),
                wish.legalBasis(),
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                null,
                null);
    }

    ReturnRequest decided(Decision what, @Nullable UUID unit, String why, Command command) {
        return new ReturnRequest(
                id,
                version + 1,
                matterId,
                assignmentId,
                unitId,
                disputed,
                reason,
                words,
                suggestedUnitId,
                legalBasis,
                askedById,
                askedAt,
                what,
                unit,
                command.officer().id(),
                command.now(),
                why);
    }
}
