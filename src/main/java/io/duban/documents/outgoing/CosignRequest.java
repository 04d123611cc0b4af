package io.duban.documents.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One unit's part of the co-signing (会签): what it was asked about which text, and what it answered. An answer is never overwritten: for another
 * text the unit is asked again, in another round.
 *
 * @param askedHash the text it is about
 * @param extensionReason why it got two more days; null when it did not
 * @param lapsedAt when the host took the text back before the unit had answered
 */
@Table("outgoing_cosign")
record CosignRequest(
        @Id UUID id,
        long version,
        UUID documentId,
        int round,
        UUID unitId,
        String question,
        String askedHash,
        UUID askedBy,
        Instant askedAt,
        Instant dueAt,
        Instant warnAt,
        @Nullable String extensionReason,
        @Embedded.Empty CosignReply reply,
        @Embedded.Empty Escalated escalated,
        @Nullable Instant lapsedAt)
        implements Versioned {

    private static final String STEP = "COSIGN:";
    private static final String EXTENDED_STEP = "COSIGN_EXTENDED:";

    /**
     * What the host's head told the office about a disagreement; printed on the sheet.
     *
     * @param escalation null while it was not brought before the office
     */
    record Escalated(
            @Nullable String escalation,
            @Nullable UUID escalatedBy,
            @Nullable Instant escalatedAt) {

        static final Escalated NONE = new Escalated(null, null, null);
    }

    static CosignRequest asked(
            OutgoingDocument document, int round, UUID unit, String question, Deadline due, Command command) {
        return new CosignRequest(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                document.id(),
                round,
                unit,
                question,
                document.paper().hash(),
                command.officer().id(),
                command.now(),
                due.currentDueAt(),
                due.warnAt(),
                null,
                CosignReply.NONE,
                Escalated.NONE,
                null);
    }

    /** The clock of this unit's answer. */
    static String step(UUID unit) {
        return STEP + unit;
    }

    /** The clock that takes its place when the unit got more time. */
    static String extendedStep(UUID unit) {
        return EXTENDED_STEP + unit;
    }

    boolean isOpen() {
        return reply.answer() == null && lapsedAt == null;
    }

    boolean isAbout(String textHash) {
        return askedHash.equals(textHash);
    }

    /** Whether it is about this very text and about all its files: whoever was asked before the last file came has not seen it. */
    boolean isAbout(String textHash, Instant lastFileAt) {
        return isAbout(textHash) && !askedAt.isBefore(lastFileAt);
    }

    /** Neither agreed nor brought before the office. */
    boolean isUnresolved() {
        return reply.answer() == CosignAnswer.DISAGREE && escalated.escalatedAt() == null;
    }

    /** Changes were asked for that this text does not have yet, and nobody brought that before the office. */
    boolean isUnheeded() {
        return reply.answer() == CosignAnswer.AGREE_WITH_CHANGES && escalated.escalatedAt() == null;
    }

    CosignRequest answered(CosignReply said) {
        return with(dueAt, warnAt, extensionReason, said, escalated, lapsedAt);
    }

    CosignRequest extended(String why, Deadline more) {
        return with(more.currentDueAt(), more.warnAt(), why, reply, escalated, lapsedAt);
    }

    CosignRequest escalated(String words, UUID by, Instant now) {
        return with(dueAt, warnAt, extensionReason, reply, new Escalated(words, by, now), lapsedAt);
    }

    CosignRequest lapsed(Instant now) {
        return isOpen() ? with(dueAt, warnAt, extensionReason, reply, escalated, now) : this;
    }

    AlertLight light(Instant now) {
        return AlertLight.of(now, warnAt, dueAt, !isOpen());
    }

    private CosignRequest with(
            Instant due,
            Instant warn,
            @Nullable String extension,
            CosignReply said,
            Escalated told,
            @Nullable Instant lapsed) {
        return new CosignRequest(
                id,
                version + 1,
                documentId,
                round,
                unitId,
                question,
                askedHash,
                askedBy,
                askedAt,
                due,
                warn,
                extension,
                said,
                told,
                lapsed);
    }
}
