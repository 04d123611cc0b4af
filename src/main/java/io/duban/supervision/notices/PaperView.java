package io.duban.supervision.notices;

import io.duban.platform.identity.Access;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A paper as one officer sees it now: what people wrote only where it is not masked for him, and what he may do with it. */
record PaperView<P extends SupervisionPaper>(P paper, List<String> legalActions) {

    static PaperView<ChaseLetter> of(ChaseLetter letter, Access access) {
        return of(
                letter, ChaseLetter::withoutWords, ChaseLetterMove.values(), letter.status(), letter.unitId(), access);
    }

    static PaperView<WarningCard> of(WarningCard card, Access access) {
        return of(card, WarningCard::withoutWords, CardMove.values(), card.status(), card.unitId(), access);
    }

    static PaperView<TalkNotice> of(TalkNotice notice, Access access) {
        return of(notice, TalkNotice::withoutWords, TalkMove.values(), notice.status(), notice.unitId(), access);
    }

    /** It is never masked: whoever sees a transfer at all sees it whole. */
    static PaperView<ClueTransfer> of(ClueTransfer transfer, Access access) {
        return new PaperView<>(
                transfer, PaperMove.legal(TransferMove.values(), transfer.status(), Set.of(), access.officer()));
    }

    private static <P extends SupervisionPaper, S extends Enum<S>> PaperView<P> of(
            P paper, UnaryOperator<P> withoutWords, PaperMove<S>[] table, S present, UUID unitId, Access access) {
        return new PaperView<>(
                isMasked(paper.head(), access) ? withoutWords.apply(paper) : paper,
                PaperMove.legal(table, present, Set.of(unitId), access.officer()));
    }

    static boolean isMasked(PaperHead head, Access access) {
        return access.reach().masks(head.unitIds(), head.participantIds());
    }
}
