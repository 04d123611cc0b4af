package io.duban.documents.outgoing;

import io.duban.documents.DocType;
import io.duban.documents.outgoing.OutgoingSigner.Form;
import io.duban.documents.outgoing.OutgoingSigner.Verdict;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a signer says.
 *
 * @param textHash of the text he saw
 * @param changes words he changed by hand while signing (签发时的改动): substantive, until the reviewer applied them and he confirmed them
 * @param toOffice whether he returns it to the office instead of the unit
 */
record SignerDecision(
        Verdict verdict,
        String textHash,
        Form mode,
        @Nullable String opinion,
        List<String> changes,
        boolean toOffice) {

    /** The seat with this decision on it, if a person in that seat can say so about this document. */
    OutgoingSigner on(OutgoingSigner seat, OutgoingDocument document, Instant now) {
        requireFrom(document);
        requireVerdictOf(seat);
        requireExplicit(seat, document);
        return seat.decided(verdict, mode, opinion, textHash, now);
    }

    /** Where only advice was asked, a "no" is advice too. */
    boolean returns(OutgoingSigner seat) {
        return verdict == Verdict.RETURN && seat.isApproval();
    }

    /** What every signer is held to: the reviewed text, and words where words are due. */
    void requireFrom(OutgoingDocument document) {
        if (!textHash.equals(document.review().reviewedHash())) {
            throw Refusal.of(
                    RefusalCode.E_DOC_TEXT_CHANGED,
                    "您看到的文本与审核通过的文本不一致,请刷新后再签。",
                    "The text you saw is not the one that was reviewed; read it again.");
        }
        requireWords();
    }

    private void requireWords() {
        if (mode == Form.VERBAL) {
            throw Refusal.invalid("/mode", "口头批准由办公室登记。", "What is said on the telephone is recorded by the office.");
        }
        if (isWordless() && (mode == Form.EXPLICIT || verdict == Verdict.RETURN)) {
            throw Refusal.invalid("/opinion", "请写明意见。", "Say it in words.");
        }
        if (verdict == Verdict.RETURN && !changes.isEmpty()) {
            throw Refusal.invalid(
                    "/changes", "退回时请在意见中写明要改的内容。", "When you return it, say in your opinion what to change.");
        }
    }

    private boolean isWordless() {
        return mode == Form.CIRCLE || opinion == null || opinion.isBlank();
    }

    private void requireVerdictOf(OutgoingSigner seat) {
        var other = seat.isMain() ? Verdict.AGREE : Verdict.SIGN;
        if (verdict == other) {
            throw Refusal.invalid(
                    "/verdict",
                    "签发人签发(SIGN)或退回(RETURN),加签人同意(AGREE)或退回(RETURN)。",
                    "The main signer signs or returns, an added signer agrees or returns.");
        }
    }

    private void requireExplicit(OutgoingSigner seat, OutgoingDocument document) {
        if (seat.isMain() && document.paper().docType() == DocType.REQUEST && isWordless()) {
            throw Refusal.of(
                    RefusalCode.E_DOC_EXPLICIT_OPINION_REQUIRED,
                    "请示须签署明确意见,不能只圈阅。",
                    "A request needs the main signer's opinion in words.");
        }
    }
}
