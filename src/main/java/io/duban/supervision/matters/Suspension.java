package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** That a matter stands still (中止): on whose authority, why, until what, and when it is looked at again. */
@Table("supervision_suspension")
record Suspension(
        @Id UUID id,
        long version,
        UUID matterId,
        @Embedded.Empty Terms terms,
        Instant reviewAt,
        UUID suspendedById,
        Instant suspendedAt,
        @Nullable UUID resumedById,
        @Nullable Instant resumedAt,
        @Nullable String resumeNote)
        implements Versioned {

    /** The clock of the next look at it. */
    static final String REVIEW = "SUSPENSION_REVIEW";

    /** Why it cannot go on. */
    enum Ground {
        COURT_PROCEEDINGS,
        SUPERIOR_DECISION,
        OTHER
    }

    /**
     * What a suspension must say (domain 0.4).
     *
     * @param courtFileNo required for court proceedings
     */
    record Terms(
            Ground ground,
            String authority,
            String reason,
            String resumeCondition,
            @Nullable String courtFileNo) {

        void requireComplete() {
            if (ground == Ground.COURT_PROCEEDINGS && (courtFileNo == null || courtFileNo.isBlank())) {
                throw Refusal.invalid("/courtFileNo", "因诉讼中止的须填写法院案号。", "Court proceedings have a file number.");
            }
        }
    }

    static Suspension of(UUID matter, Terms terms, Instant reviewAt, Command command) {
        return new Suspension(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                matter,
                terms,
                reviewAt,
                command.officer().id(),
                command.now(),
                null,
                null,
                null);
    }

    Suspension resumed(String note, Command command) {
        return new Suspension(
                id,
                version + 1,
                matterId,
                terms,
                reviewAt,
                suspendedById,
                suspendedAt,
                command.officer().id(),
                command.now(),
                note);
    }
}
