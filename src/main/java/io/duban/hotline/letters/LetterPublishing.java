package io.duban.hotline.letters;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An answer is published with the writer's consent and without his data: a person strikes them out and decides, and what is left is checked. */
@Component
class LetterPublishing {

    private final MailboxLetters letters;
    private final LetterDesk desk;

    LetterPublishing(MailboxLetters letters, LetterDesk desk) {
        this.letters = letters;
        this.desk = desk;
    }

    /** Withdrawn, it ends what was published by it. */
    Mono<Outcome<MailboxLetter>> consent(UUID letterId, boolean yes, Consent.Way way, Command command) {
        return letters.require(letterId, command.access().reach())
                .map(letter -> asked(letter, yes, way, command))
                .map(letter -> Outcome.changed(letter)
                        .announcing(yes ? "consentGiven" : "consentRefused", Priority.INFO, command.now()));
    }

    Mono<Outcome<MailboxLetter>> publish(UUID letterId, String text, Command command) {
        return letters.require(letterId, command.access().reach())
                .doOnNext(letter -> LetterMove.PUBLISH.check(letter.status(), letter.version(), command))
                .doOnNext(letter -> letter.consent().require())
                .delayUntil(letter -> desk.writer(letter.ticketId()).doOnNext(writer -> {
                    if (!writer.passed()) {
                        throw Refusal.illegalState(
                                LetterMove.PUBLISH.name(), letter.status().name(), List.of());
                    }
                    writer.requireUnnamed(text);
                }))
                .map(letter -> letter.moved(
                        LetterMove.PUBLISH,
                        letter.signatures(),
                        new Publication(text, command.officer().id(), command.now()),
                        command.now()))
                .map(letter -> Outcome.changed(letter).announcing("published", Priority.INFO, command.now()));
    }

    Mono<Outcome<MailboxLetter>> withdraw(UUID letterId, Command command) {
        return letters.require(letterId, command.access().reach())
                .doOnNext(letter -> LetterMove.WITHDRAW_PUBLICATION.check(letter.status(), letter.version(), command))
                .map(letter -> letter.unpublished(command.now()))
                .map(letter ->
                        Outcome.changed(letter).announcing("publicationWithdrawn", Priority.INFO, command.now()));
    }

    private static MailboxLetter asked(MailboxLetter letter, boolean yes, Consent.Way way, Command command) {
        if (letter.version() != command.seenVersion()) {
            throw Refusal.stale(letter.version());
        }
        if (!command.officer().has(HOTLINE_AGENT, CALLBACK_AGENT, HOTLINE_MANAGER)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "由受理员、回访员或热线办负责人记录。",
                    "An agent, a call-back agent or the manager records it.");
        }
        var said = new Consent(yes, way, command.now(), command.officer().id());
        return letter.consented(said, command.now());
    }
}
