package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;

import io.duban.documents.outgoing.LegalReview.Conclusion;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The legality reviews of a dossier (domain 2.2 T7, T8): an opinion stands for the text it was given on, and for no other. */
record Legality(List<LegalReview> reviews) {

    /** @param reviewers who may give the opinion: they are to reach the paper */
    static Dossier requested(
            Dossier before,
            LegalReview.Kind kind,
            String materials,
            Set<UUID> reviewers,
            Deadline due,
            Command command) {
        Duties.notOfAuthor(before.document(), REQUEST_LEGAL_REVIEW, command);
        var review = LegalReview.requested(before.document(), kind, materials, due, command);
        var moved = before.document()
                .moved(REQUEST_LEGAL_REVIEW, command)
                .withReviewers(command.persons())
                .handedTo(reviewers)
                .with(before.document().progress().running(due, command.now()));
        return before.with(before.legality().adding(review)).with(moved);
    }

    static Dossier given(Dossier before, Conclusion conclusion, String words, Deadline due, Command command) {
        Duties.notOfAuthor(before.document(), GIVE_LEGAL_OPINION, command);
        var moved = before.document()
                .moved(GIVE_LEGAL_OPINION, command)
                .withReviewers(command.persons())
                .with(before.document().progress().running(due, command.now()));
        return before.with(before.legality().answered(conclusion, words, command))
                .with(moved);
    }

    /**
     * Asked of a text before it goes to a leader. LEGAL_IF_CHANGED covers no text: the changed one needs an opinion of its own.
     *
     * @param lastFileAt when the last of its files came
     * @throws Refusal {@code E_DOC_LEGALITY_REQUIRED} for a normative paper, a major decision, or one whose legality was ever asked about
     */
    void requireFor(OutgoingDocument document, Instant lastFileAt) {
        if (!isSettledFor(document, lastFileAt)) {
            throw Refusal.of(
                    RefusalCode.E_DOC_LEGALITY_REQUIRED,
                    "规范性文件和重大决策须就现稿及其附件取得“合法”的审核意见;文稿、附件改动或意见为“修改后合法”“不合法”的,须重新送审。",
                    "This very text with its files needs the opinion LEGAL; a changed one, or one found illegal, goes to the legal reviewer again.");
        }
    }

    /**
     * Asked again of the signer, whose paper may have been changed in substance since he was first asked.
     *
     * @throws Refusal {@code E_DOC_LEGALITY_REQUIRED}, which tells him to return it to the office
     */
    void requireForSigning(OutgoingDocument document, Instant lastFileAt) {
        if (!isSettledFor(document, lastFileAt)) {
            throw Refusal.of(
                    RefusalCode.E_DOC_LEGALITY_REQUIRED,
                    "合法性审核后文稿有实质性修改,现稿尚无“合法”的审核意见,不能签发;请退回办公室重新送审。",
                    "The text was changed in substance after its legality review; return it to the office, to be reviewed again.");
        }
    }

    /** Whether its legality need not be asked about, or the last opinion on this very text and its files is LEGAL. */
    boolean isSettledFor(OutgoingDocument document, Instant lastFileAt) {
        var needed = document.paper().normative() || document.particulars().majorDecision() || !reviews.isEmpty();
        return !needed || covers(document.paper(), lastFileAt);
    }

    private boolean covers(Paper paper, Instant lastFileAt) {
        var hash = paper.hash();
        return reviews.stream()
                .filter(review -> review.isAbout(hash, lastFileAt) && review.conclusion() != null)
                .reduce((earlier, later) -> later)
                .filter(review -> review.conclusion() == Conclusion.LEGAL)
                .isPresent();
    }

    Legality lapsed(Instant now) {
        return new Legality(reviews.stream().map(review -> review.lapsed(now)).toList());
    }

    private Legality adding(LegalReview review) {
        var all = new ArrayList<>(reviews);
        all.add(review);
        return new Legality(all);
    }

    private Legality answered(Conclusion conclusion, String words, Command command) {
        return new Legality(reviews.stream()
                .map(review -> review.isOpen()
                        ? review.given(conclusion, words, command.officer().id(), command.now())
                        : review)
                .toList());
    }
}
