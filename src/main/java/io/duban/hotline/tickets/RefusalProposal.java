package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.Separation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An agent's proposal not to accept a demand (不予受理), what the auditor decided, and how the citizen was told. Without a decision it waits, or was
 * overtaken by what was done with the ticket instead; the ticket says which.
 *
 * @param toldPath where the citizen can turn to instead (办理途径)
 */
@Table("hotline_refusal")
record RefusalProposal(
        @Id UUID id,
        long version,
        UUID ticketId,
        Reason reason,
        String reasonText,
        String toldPath,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable Decision decision,
        @Nullable String decisionNote,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable ToldWay toldWay,
        @Nullable Instant toldAt,
        @Nullable UUID toldBy)
        implements Versioned {

    /** Why a demand is not accepted (潍坊条例 art. 19). */
    enum Reason {
        LITIGATION,
        ARBITRATION,
        DISCIPLINE,
        REVIEW,
        DISCLOSURE,
        PETITION_IN_PROGRESS,
        DONE_NO_NEW_FACTS,
        SECRET_OR_PRIVACY,
        OUT_OF_SCOPE,
        UNLAWFUL
    }

    /** What the auditor said. */
    enum Decision {
        CONFIRM,
        REJECT
    }

    /** How the citizen was told. */
    enum ToldWay {
        PHONE,
        SMS,
        LETTER,
        IN_PERSON,
        /** He left no contact, or did not answer. */
        UNREACHABLE
    }

    /** What the agent proposes. */
    record Ground(
            Reason reason,
            @Nullable String reasonText,
            @Nullable String toldPath) {}

    /** @throws Refusal {@code E_HOT_REASON_REQUIRED} without a reason in words and the path the citizen is told */
    static RefusalProposal of(UUID ticketId, Ground ground, Command command) {
        return new RefusalProposal(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                ticketId,
                ground.reason(),
                required(ground.reasonText()),
                required(ground.toldPath()),
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String required(@Nullable String words) {
        if (words == null || words.isBlank()) {
            throw Refusal.of(
                    RefusalCode.E_HOT_REASON_REQUIRED,
                    "不予受理须写明理由,并告知诉求人其他办理途径。",
                    "A refusal needs its reason in words, and where the citizen can turn to instead.");
        }
        return words;
    }

    /** @throws Refusal {@code E_GEN_SELF_APPROVAL} for whoever proposed it */
    void requireDecidedByAnother(Command command) {
        Separation.require(command, "提出不予受理的人不能审核。", "Who proposed it does not decide on it.", proposedBy);
    }

    RefusalProposal decided(Decision what, @Nullable String note, Command command) {
        return new RefusalProposal(
                id,
                version + 1,
                ticketId,
                reason,
                reasonText,
                toldPath,
                proposedBy,
                proposedAt,
                what,
                note,
                command.officer().id(),
                command.now(),
                null,
                null,
                null);
    }

    RefusalProposal told(ToldWay way, Instant at, Command command) {
        return new RefusalProposal(
                id,
                version + 1,
                ticketId,
                reason,
                reasonText,
                toldPath,
                proposedBy,
                proposedAt,
                decision,
                decisionNote,
                decidedBy,
                decidedAt,
                way,
                at,
                command.officer().id());
    }
}
