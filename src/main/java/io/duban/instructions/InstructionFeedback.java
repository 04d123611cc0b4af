package io.duban.instructions;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** What a unit told the office about its task, and what the office made of it; it goes to the leader through the office only. */
@Table("instruction_feedback")
record InstructionFeedback(
        @Id UUID id,
        long version,
        UUID instructionId,
        UUID unitId,
        Kind kind,
        String text,
        UUID submittedById,
        Instant submittedAt,
        State state,
        @Nullable UUID decidedById,
        @Nullable Instant decidedAt,
        @Nullable String defects,
        Set<UUID> authorIds)
        implements Versioned {

    /** On the way, or at the end. */
    enum Kind {
        STAGE,
        FINAL
    }

    /** What the office made of it. */
    enum State {
        SUBMITTED,
        ACCEPTED,
        RETURNED
    }

    static InstructionFeedback submitted(UUID instruction, UUID unit, Kind kind, String text, Command command) {
        return new InstructionFeedback(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                instruction,
                unit,
                kind,
                text,
                command.officer().id(),
                command.now(),
                State.SUBMITTED,
                null,
                null,
                null,
                command.persons());
    }

    boolean isSubmitted() {
        return state == State.SUBMITTED;
    }

    boolean isFinalAndAccepted() {
        return kind == Kind.FINAL && state == State.ACCEPTED;
    }

    InstructionFeedback accepted(Command command) {
        return decided(State.ACCEPTED, null, command);
    }

    InstructionFeedback returned(@Nullable String why, Command command) {
        if (why == null) {
            throw Refusal.invalid("/defects", "退回须写明问题。", "Say what is wrong when it is returned.");
        }
        return decided(State.RETURNED, why, command);
    }

    private InstructionFeedback decided(State next, @Nullable String why, Command command) {
        if (!Collections.disjoint(command.persons(), authorIds)) {
            throw Refusal.of(RefusalCode.E_GEN_SELF_APPROVAL, "反馈人不能审核自己的反馈。", "Nobody checks his own feedback.");
        }
        return new InstructionFeedback(
                id,
                version + 1,
                instructionId,
                unitId,
                kind,
                text,
                submittedById,
                submittedAt,
                next,
                command.officer().id(),
                command.now(),
                why,
                authorIds);
    }
}
