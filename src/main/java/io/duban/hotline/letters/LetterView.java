package io.duban.hotline.letters;

import static io.duban.platform.identity.Role.UNIT_HEAD;

import io.duban.platform.identity.Officer;
import java.util.Arrays;
import java.util.List;

/** A letter as one officer sees it: with what he may do now. */
record LetterView(MailboxLetter letter, List<String> legalActions) {

    /** @param publishable whether the ticket behind it lets it be published, as far as that was looked at */
    static LetterView of(MailboxLetter letter, Officer officer, boolean publishable) {
        return new LetterView(
                letter,
                Arrays.stream(LetterMove.values())
                        .filter(move -> move.from().contains(letter.status()) && isOffered(move, letter, officer))
                        .filter(move -> move != LetterMove.PUBLISH || publishable)
                        .map(Enum::name)
                        .toList());
    }

    private static boolean isOffered(LetterMove move, MailboxLetter letter, Officer officer) {
        return switch (move) {
            case SIGN_AS_HEAD, SIGN_AND_PASS ->
                move == LetterMove.ofHead(letter.channel()) && officer.hasAt(letter.hostUnitId(), UNIT_HEAD);
            case SIGN_FOR_OFFICE ->
                move.isInHandsOf(officer)
                        && !officer.id().equals(letter.draftedBy())
                        && !officer.id().equals(letter.signatures().headSignedBy());
            case PUBLISH ->
                move.isInHandsOf(officer)
                        && Boolean.TRUE.equals(letter.consent().consented());
            case WITHDRAW_PUBLICATION -> move.isInHandsOf(officer);
            case ANSWER_AGAIN -> false;
        };
    }
}
