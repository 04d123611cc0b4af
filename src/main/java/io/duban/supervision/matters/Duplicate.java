package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** One finding of the duplicate check, and what became of it; never changed. */
@Table("supervision_duplicate")
record Duplicate(
        @Id UUID id,
        UUID matterId,
        UUID matchedId,
        Outcome outcome,
        double likeness,
        boolean samePlace,
        @Nullable String reason,
        UUID byId,
        Instant at) {

    /** What became of a finding; those that were intercepted are counted (重复拦截数). */
    enum Outcome {
        FOUND,
        INTERCEPTED,
        JUSTIFIED,
        MERGED
    }

    static Duplicate of(UUID matter, DuplicateMatch match, Outcome outcome, @Nullable String reason, Command command) {
        return new Duplicate(
                UuidCreator.getTimeOrderedEpoch(),
                matter,
                match.matterId(),
                outcome,
                match.likeness(),
                match.samePlace(),
                reason,
                command.officer().id(),
                command.now());
    }
}
