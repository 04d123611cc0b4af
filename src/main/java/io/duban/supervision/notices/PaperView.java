package io.duban.supervision.notices;

import io.duban.platform.identity.Access;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A paper as one officer sees it now: what people wrote only where it is not masked for him, and what he may do with it. */
record PaperView<P extends SupervisionPaper>(P paper, List<String> legalActions) {

    static PaperView<ChaseLetter> of(ChaseLetter letter, Access access) {
        return of(
                letter,
                ChaseLetter::withoutWords,
                PaperMove.legal(ChaseLetterMove.values(), letter.status(), Set.of(letter.unitId()), access.officer()),
                move -> letter.isOpenTo(ChaseLetterMove.valueOf(move), access),
                access);
    }

    static PaperView<WarningCard> of(WarningCard card, Access access, Instant now) {
        return of(
                card,
                WarningCard::withoutWords,
                PaperMove.legal(CardMove.values(), card.status(), Set.of(card.unitId()), access.officer()),
                move -> card.isOpenTo(CardMove.valueOf(move), access, now),
                access);
    }

    static PaperView<TalkNotice> of(TalkNotice notice, Access access) {
        return of(
                notice,
                TalkNotice::withoutWords,
                PaperMove.legal(TalkMove.values(), notice.status(), Set.of(notice.unitId()), access.officer()),
                move -> notice.isOpenTo(TalkMove.valueOf(move), access),
                access);
    }

    /** It is never masked: whoever sees a transfer at all sees it whole. */
    static PaperView<ClueTransfer> of(ClueTransfer transfer, Access access) {
        return of(
                transfer,
                UnaryOperator.identity(),
                PaperMove.legal(TransferMove.values(), transfer.status(), Set.of(), access.officer()),
                move -> transfer.isOpenTo(TransferMove.valueOf(move), access),
                access);
    }

    /** @param open what can be asked before anybody says anything: a button that would be refused is not shown */
    private static <P extends SupervisionPaper> PaperView<P> of(
            P paper, UnaryOperator<P> withoutWords, List<String> legal, Predicate<String> open, Access access) {
        return new PaperView<>(
                isMasked(paper.head(), access) ? withoutWords.apply(paper) : paper,
                legal.stream().filter(open).toList());
    }

    static boolean isMasked(PaperHead head, Access access) {
        return access.reach().masks(head.unitIds(), head.participantIds());
    }
}
