package io.duban.supervision.plans;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A change of an approved plan: who wanted it, why, and who decided. */
@Table("inspection_plan_change")
record PlanChange(
        @Id UUID id,
        long version,
        UUID planId,
        Kind kind,
        UUID entryId,
        @Nullable LocalDate plannedFrom,
        @Nullable LocalDate plannedTo,
        String reason,
        Status status,
        UUID proposedById,
        Instant proposedAt,
        @Nullable UUID decidedById,
        @Nullable Instant decidedAt,
        @Nullable String opinion)
        implements Versioned {

    /** What is to be changed. */
    enum Kind {
        ADD,
        MOVE,
        DROP
    }

    /** Whether it was decided. */
    enum Status {
        PROPOSED,
        APPROVED,
        REFUSED
    }

    static PlanChange proposed(
            UUID plan, Kind kind, PlanEntry entry, @Nullable LocalDate to, String reason, Command command) {
        return new PlanChange(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                plan,
                kind,
                entry.id(),
                kind == Kind.ADD ? null : entry.content().plannedOn(),
                kind == Kind.ADD ? entry.content().plannedOn() : to,
                reason,
                Status.PROPOSED,
                command.officer().id(),
                command.now(),
                null,
                null,
                null);
    }

    PlanChange decided(Status verdict, @Nullable String words, Command command) {
        return new PlanChange(
                id,
                version + 1,
                planId,
                kind,
                entryId,
                plannedFrom,
                plannedTo,
                reason,
                verdict,
                proposedById,
                proposedAt,
                command.officer().id(),
                command.now(),
                words);
    }

    /** What the entry is once this change is approved, or refused. */
    PlanEntry appliedTo(PlanEntry entry, Status verdict) {
        if (verdict == Status.REFUSED) {
            return kind == Kind.ADD ? entry.in(PlanEntry.State.DROPPED) : entry;
        }
        return switch (kind) {
            case ADD -> entry.in(PlanEntry.State.PLANNED);
            case DROP -> entry.in(PlanEntry.State.DROPPED);
            case MOVE -> plannedTo == null ? entry : entry.movedTo(plannedTo);
        };
    }
}
