package io.duban.hotline.letters;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A letter (来信) and its written answer. It is there from the first hand-in on; the demand itself is its ticket.
 *
 * @param title the ticket's, without personal data
 */
@Table("hotline_letter")
record MailboxLetter(
        @Id UUID id,
        long version,
        LetterStatus status,
        UUID ticketId,
        String ticketNumber,
        String title,
        LetterChannel channel,
        UUID hostUnitId,
        String answer,
        UUID draftedBy,
        Instant draftedAt,
        @Embedded.Empty Signatures signatures,
        @Embedded.Empty Consent consent,
        @Embedded.Empty Publication publication,
        Instant changedAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Subject {

    @Override
    public String subjectType() {
        return "hotline.letter";
    }

    @Override
    public String state() {
        return status.name();
    }

    @Override
    public Audience audience() {
        return new Audience("ticket:list", unitIds, participantIds);
    }

    /** The ticket's clock runs for it. */
    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }

    MailboxLetter moved(LetterMove move, Signatures signed, Publication shown, Instant now) {
        return new MailboxLetter(
                id,
                version + 1,
                move.to(),
                ticketId,
                ticketNumber,
                title,
                channel,
                hostUnitId,
                answer,
                draftedBy,
                draftedAt,
                signed,
                consent,
                shown,
                now,
                unitIds,
                participantIds);
    }

    /** The next version of a published one: nobody reads it any longer. */
    MailboxLetter unpublished(Instant now) {
        return moved(LetterMove.WITHDRAW_PUBLICATION, signatures, Publication.NONE, now);
    }

    /** Consent withdrawn takes back what was published by it. */
    MailboxLetter consented(Consent given, Instant now) {
        var hidden = status == LetterStatus.PUBLISHED && !Boolean.TRUE.equals(given.consented());
        return new MailboxLetter(
                id,
                version + 1,
                hidden ? LetterMove.WITHDRAW_PUBLICATION.to() : status,
                ticketId,
                ticketNumber,
                title,
                channel,
                hostUnitId,
                answer,
                draftedBy,
                draftedAt,
                signatures,
                given,
                hidden ? Publication.NONE : publication,
                now,
                unitIds,
                participantIds);
    }

    /** Another answer in the place of this one, to be signed anew. */
    MailboxLetter answeredAgain(WrittenAnswers.Answer again, UUID by, Signatures signed, Instant now) {
        return new MailboxLetter(
                id,
                version + 1,
                signed.statusOf(channel),
                ticketId,
                ticketNumber,
                title,
                channel,
                again.hostUnitId(),
                again.text(),
                by,
                now,
                signed,
                consent,
                Publication.NONE,
                now,
                again.unitIds(),
                again.participantIds());
    }

    static MailboxLetter answered(UUID id, WrittenAnswers.Answer answer, UUID by, Signatures signed, Instant now) {
        return new MailboxLetter(
                id,
                1,
                signed.statusOf(answer.channel()),
                answer.ticketId(),
                answer.ticketNumber(),
                answer.title(),
                answer.channel(),
                answer.hostUnitId(),
                answer.text(),
                by,
                now,
                signed,
                Consent.NONE,
                Publication.NONE,
                now,
                answer.unitIds(),
                answer.participantIds());
    }
}
