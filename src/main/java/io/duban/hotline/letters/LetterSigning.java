package io.duban.hotline.letters;

import static io.duban.platform.identity.Role.UNIT_HEAD;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.Separation;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Written answers are signed: by the head of the host unit, and those to the governor and the mayor by the office as well. */
@Component
class LetterSigning {

    static final String AS_HEAD = "SIGN_LETTER_AS_HEAD";
    static final String FOR_OFFICE = "SIGN_LETTER_FOR_OFFICE";

    private final MailboxLetters letters;

    LetterSigning(MailboxLetters letters) {
        this.letters = letters;
    }

    Mono<Outcome<MailboxLetter>> signAsHead(UUID letterId, Command command) {
        return letters.require(letterId, command.access().reach())
                .map(letter -> headSigned(letter, command))
                .map(letter -> signed(letter, command));
    }

    Mono<Outcome<MailboxLetter>> signForOffice(UUID letterId, Command command) {
        return letters.require(letterId, command.access().reach())
                .map(letter -> officeSigned(letter, command))
                .map(letter -> signed(letter, command));
    }

    private static MailboxLetter headSigned(MailboxLetter letter, Command command) {
        var move = LetterMove.ofHead(letter.channel());
        move.check(letter.status(), letter.version(), command);
        if (!command.officer().hasAt(letter.hostUnitId(), UNIT_HEAD)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "须由主办单位主要负责人签发。", "The head of the host unit signs.");
        }
        return letter.moved(
                move,
                letter.signatures().ofHead(command.officer().id(), command.now()),
                letter.publication(),
                command.now());
    }

    private static MailboxLetter officeSigned(MailboxLetter letter, Command command) {
        LetterMove.SIGN_FOR_OFFICE.check(letter.status(), letter.version(), command);
        Separation.require(
                command,
                "起草、签发答复的人不能代办公室签发。",
                "Who wrote or signed it does not sign for the office.",
                letter.draftedBy(),
                letter.signatures().headSignedBy());
        return letter.moved(
                LetterMove.SIGN_FOR_OFFICE,
                letter.signatures().ofOffice(command.officer().id(), command.now()),
                letter.publication(),
                command.now());
    }

    private static Outcome<MailboxLetter> signed(MailboxLetter letter, Command command) {
        return WrittenAnswers.onDesks(Outcome.changed(letter)).announcing("signed", Priority.ACTION, command.now());
    }
}
