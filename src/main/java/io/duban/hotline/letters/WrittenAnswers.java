package io.duban.hotline.letters;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the tickets say to the letters: an answer was written; and ask of them: whether it is signed. */
@Component
public class WrittenAnswers {

    private final MailboxLetters letters;

    WrittenAnswers(MailboxLetters letters) {
        this.letters = letters;
    }

    /**
     * A written answer as the unit hands it in.
     *
     * @param title without personal data
     */
    public record Answer(
            UUID ticketId,
            String ticketNumber,
            String title,
            LetterChannel channel,
            UUID hostUnitId,
            String text,
            Set<UUID> unitIds,
            Set<UUID> participantIds) {}

    /** The letter's part of the hand-in. The head who hands in signs by that; a deputy's answer waits on the head's desk. */
    public Mono<Outcome<?>> answered(Answer answer, Command command) {
        var by = command.officer().id();
        var signed = signatures(answer, command);
        return letters.findByTicketId(answer.ticketId())
                .map(before -> Outcome.changed(before.answeredAgain(answer, by, signed, command.now())))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.created(
                        MailboxLetter.answered(UuidCreator.getTimeOrderedEpoch(), answer, by, signed, command.now()))))
                .map(WrittenAnswers::onDesks)
                .map(outcome -> outcome.announcing("answered", Priority.INFO, command.now()));
    }

    /** The ticket went its way without this answer: it lies on no desk any more. Empty for a ticket that is no letter. */
    public Mono<Outcome<?>> unwanted(UUID ticketId) {
        return letters.findByTicketId(ticketId)
                .map(letter ->
                        Outcome.about(letter).closing(LetterSigning.AS_HEAD).closing(LetterSigning.FOR_OFFICE));
    }

    /** The ticket goes into a further round: what was published is not the answer any more. Empty when nothing was. */
    public Mono<Outcome<?>> outdated(UUID ticketId, Instant now) {
        return letters.findByTicketId(ticketId)
                .filter(letter -> letter.status() == LetterStatus.PUBLISHED)
                .map(letter -> Outcome.changed(letter.unpublished(now))
                        .announcing("publicationWithdrawn", Priority.INFO, now));
    }

    /** @return or {@code E_DOC_UNSIGNED_BY_UNIT_HEAD} while a signature is missing; done for a ticket that is no letter */
    public Mono<Void> requireSigned(UUID ticketId) {
        return letters.findByTicketId(ticketId)
                .filter(letter -> !letter.status().isSigned())
                .flatMap(
                        letter -> Mono.error(
                                Refusal.of(
                                        RefusalCode.E_DOC_UNSIGNED_BY_UNIT_HEAD,
                                        "来信的书面答复须经承办单位主要负责人签发;省长信箱、市长信箱还须经办公室副主任签发。",
                                        "The unit's head signs the answer to a letter, and the office's deputy one to the governor or mayor.")));
    }

    /** Whether whoever must sign the ticket's answer has signed it. */
    public Mono<Boolean> isSigned(UUID ticketId) {
        return letters.findByTicketId(ticketId)
                .map(letter -> letter.status().isSigned())
                .defaultIfEmpty(true);
    }

    /** The answer went back with the feedback: nobody is asked to sign it any more; the next one is signed anew. Empty for a ticket that is no letter. */
    public Mono<Outcome<?>> sentBack(UUID ticketId) {
        return letters.findByTicketId(ticketId)
                .map(letter ->
                        Outcome.about(letter).closing(LetterSigning.AS_HEAD).closing(LetterSigning.FOR_OFFICE));
    }

    private static Signatures signatures(Answer answer, Command command) {
        return command.officer().hasAt(answer.hostUnitId(), UNIT_HEAD)
                ? Signatures.NONE.ofHead(command.officer().id(), command.now())
                : Signatures.NONE;
    }

    /** Whoever is to sign next has it on his desk; what lay there for the answer before is the same to-do. */
    static Outcome<MailboxLetter> onDesks(Outcome<MailboxLetter> outcome) {
        var letter = outcome.subject();
        return switch (letter.status()) {
            case PENDING_HEAD ->
                outcome.closing(LetterSigning.FOR_OFFICE)
                        .opening(
                                LetterSigning.AS_HEAD,
                                Assignee.holdersAt(Set.of(letter.hostUnitId()), UNIT_HEAD),
                                null);
            case PENDING_OFFICE ->
                outcome.closing(LetterSigning.AS_HEAD)
                        .opening(LetterSigning.FOR_OFFICE, Assignee.holders(OFFICE_DEPUTY), null);
            case SIGNED, PUBLISHED -> outcome.closing(LetterSigning.AS_HEAD).closing(LetterSigning.FOR_OFFICE);
        };
    }
}
