package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingSigner.OpinionMode.APPROVAL;
import static io.duban.documents.outgoing.OutgoingSigner.Position.BEFORE;
import static io.duban.documents.outgoing.OutgoingSigner.Verdict.*;
import static io.duban.documents.outgoing.Papers.*;
import static io.duban.platform.identity.Role.*;
import static io.duban.platform.problem.RefusalCode.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duban.documents.DocType;
import io.duban.documents.Urgency;
import io.duban.documents.outgoing.OutgoingSigner.Form;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Draft, review and signature are three people's; and what else a document refuses. */
class DutiesTests {

    @Test
    void letsOnlyTheUnitHeadSignOff() {
        var draft = draft();
        var due = due(draft.id(), "REVIEW");

        refused(
                E_DOC_UNSIGNED_BY_UNIT_HEAD,
                () -> draft.submitted(OutgoingMove.SUBMIT_FOR_REVIEW, due, by(LIAISON, draft)));
        refused(
                E_DOC_UNSIGNED_BY_UNIT_HEAD,
                () -> draft.submitted(OutgoingMove.SUBMIT_FOR_REVIEW, due, by(officer(UNIT_DEPUTY, UNIT), draft)));
        refused(
                E_GEN_SCOPE,
                () -> draft.submitted(OutgoingMove.SUBMIT_FOR_REVIEW, due, by(officer(UNIT_HEAD, OTHER_UNIT), draft)));
        assertThat(draft.submitted(OutgoingMove.SUBMIT_FOR_REVIEW, due, by(HEAD, draft))
                        .status())
                .isEqualTo(OutgoingStatus.OFFICE_REVIEW);
    }

    @Test
    void letsNoAuthorReviewHisDraft() {
        var author = both(UNIT_LIAISON, UNIT, DOC_REVIEWER);
        var draft = OutgoingDocument.drafted(
                UUID.randomUUID(), UNIT, paper(DocType.NOTICE), Particulars.NONE, by(author, 0));
        var submitted = draft.submitted(OutgoingMove.SUBMIT_FOR_REVIEW, due(draft.id(), "REVIEW"), by(HEAD, draft));

        refused(E_GEN_SELF_APPROVAL, () -> submitted.reviewed(null, by(author, submitted)));
        refused(
                E_GEN_SELF_APPROVAL,
                () -> submitted.returned(List.of(new Defect(Defect.ReviewPoint.FORM, "错字")), by(author, submitted)));
    }

    @Test
    void letsNobodyWhoRewroteItReviewIt() {
        var editor = both(UNIT_DEPUTY, UNIT, DOC_REVIEWER);
        var draft = draft();
        var rewritten = draft.rewritten("关于供暖的通知", "改稿", by(editor, draft));
        var submitted =
                rewritten.submitted(OutgoingMove.SUBMIT_FOR_REVIEW, due(draft.id(), "REVIEW"), by(HEAD, rewritten));

        refused(E_GEN_SELF_APPROVAL, () -> submitted.reviewed(null, by(editor, submitted)));
    }

    @Test
    void presentsNothingUnreviewed() {
        var submitted = in(OutgoingStatus.OFFICE_REVIEW);

        refused(E_DOC_BYPASS_OFFICE_REVIEW, () -> present(submitted, LEADER.id(), DIRECTOR));
    }

    @Test
    void presentsNoNormativePaperWithoutLegality() {
        var normative = new Paper(
                Paper.Issuer.GOVERNMENT,
                DocType.NOTICE,
                Paper.Direction.DOWNWARD,
                Urgency.NORMAL,
                "管理办法",
                "第一条",
                List.of(OTHER_UNIT),
                List.of(),
                Paper.Disclosure.PROACTIVE,
                null,
                "依据",
                true,
                true);
        var draft = OutgoingDocument.drafted(UUID.randomUUID(), UNIT, normative, Particulars.NONE, by(LIAISON, 0));
        var submitted = draft.submitted(OutgoingMove.SUBMIT_FOR_REVIEW, due(draft.id(), "REVIEW"), by(HEAD, draft));
        var reviewed = submitted.reviewed(null, by(REVIEWER, submitted));

        refused(E_DOC_LEGALITY_REQUIRED, () -> present(reviewed, LEADER.id(), DIRECTOR));
    }

    @Test
    void presentsItToNobodyWhoWroteOrReviewedIt() {
        var draft = draft();
        var submitted = draft.submitted(OutgoingMove.SUBMIT_FOR_REVIEW, due(draft.id(), "REVIEW"), by(HEAD, draft));
        var reviewed = submitted.reviewed(null, by(REVIEWER, submitted));

        List.of(LIAISON, HEAD, REVIEWER, DIRECTOR)
                .forEach(officer -> refused(E_GEN_SELF_APPROVAL, () -> present(reviewed, officer.id(), DIRECTOR)));
    }

    @Test
    void addsNobodyWhoWroteOrReviewedIt() {
        var dossier = awaitingSignature(DocType.NOTICE);

        List.of(LIAISON, HEAD, REVIEWER, DIRECTOR)
                .forEach(officer -> refused(
                        E_GEN_SELF_APPROVAL,
                        () -> Signing.signerAdded(dossier, officer.id(), BEFORE, APPROVAL, by(LEADER, dossier))));
    }

    @Test
    void letsOnlyTheSignerAtHandSign() {
        var dossier = awaitingSignature(DocType.NOTICE);
        var deputy = deputy();
        var paused = Signing.signerAdded(dossier, deputy.id(), BEFORE, APPROVAL, by(LEADER, dossier));

        refused(E_GEN_SCOPE, () -> Signing.decided(dossier, says(SIGN, dossier), by(deputy, dossier)));
        refused(E_GEN_ILLEGAL_STATE, () -> Signing.decided(paused, says(SIGN, paused), by(LEADER, paused)));
        refused(E_GEN_VALIDATION, () -> Signing.decided(paused, says(SIGN, paused), by(deputy, paused)));
        refused(E_GEN_STALE_VERSION, () -> Signing.decided(paused, says(AGREE, paused), by(deputy, dossier)));
    }

    @Test
    void signsOnlyTheReviewedText() {
        var dossier = awaitingSignature(DocType.NOTICE);
        var other = Papers.decision(SIGN, "0".repeat(64), Form.EXPLICIT, "同意");

        refused(E_DOC_TEXT_CHANGED, () -> Signing.decided(dossier, other, by(LEADER, dossier)));
    }

    @Test
    void countsACircleAsConsentButNotOnARequest() {
        var notice = awaitingSignature(DocType.NOTICE);
        var request = awaitingSignature(DocType.REQUEST);

        assertThat(Signing.decided(notice, circled(notice), by(LEADER, notice))
                        .document()
                        .status())
                .isEqualTo(OutgoingStatus.SIGNED);
        refused(E_DOC_EXPLICIT_OPINION_REQUIRED, () -> Signing.decided(request, circled(request), by(LEADER, request)));
    }

    @Test
    void returnsItWhenAnApprovalIsRefused() {
        var dossier = awaitingSignature(DocType.NOTICE);
        var deputy = deputy();
        var paused = Signing.signerAdded(dossier, deputy.id(), BEFORE, APPROVAL, by(LEADER, dossier));

        var returned = Signing.decided(paused, says(RETURN, paused), by(deputy, paused));

        assertThat(returned.document().status()).isEqualTo(OutgoingStatus.RETURNED);
        assertThat(returned.document().review().correctionRound()).isEqualTo(1);
        assertThat(returned.document().review().reviewedHash()).isNull();
        assertThat(returned.signers())
                .extracting(OutgoingSigner::state)
                .containsExactly(OutgoingSigner.State.LAPSED, OutgoingSigner.State.DONE);
    }

    @Test
    void sendsAPaperUpwardToOneOnly() {
        var up = new Paper(
                Paper.Issuer.GOVERNMENT,
                DocType.REPORT,
                Paper.Direction.UPWARD,
                Urgency.NORMAL,
                "报告",
                "正文",
                List.of(OTHER_UNIT, THIRD_UNIT),
                List.of(),
                Paper.Disclosure.ON_REQUEST,
                null,
                "依据",
                false,
                true);

        refused(E_DOC_MULTI_ADDRESSEE, up::checked);
    }

    private static OutgoingDocument present(OutgoingDocument document, UUID signer, Officer presenter) {
        return Signing.presented(
                        Dossier.of(document),
                        signer,
                        List.of(),
                        false,
                        due(document.id(), "SIGNATURE"),
                        by(presenter, document))
                .document();
    }

    private static SignerDecision circled(Dossier dossier) {
        return Papers.decision(SIGN, dossier.document().paper().hash(), Form.CIRCLE, null);
    }

    private static Officer both(Role unitRole, UUID unit, Role officeRole) {
        var officer = officer(unitRole, unit);
        return new Officer(
                officer.id(),
                officer.name(),
                unit,
                Set.of(new Post(unitRole, unit), new Post(officeRole, UUID.randomUUID())),
                Set.of(),
                officer.clientId(),
                true,
                officer.scopes(),
                null);
    }

    private static void refused(RefusalCode code, ThrowingCallable act) {
        assertThat(catchThrowableOfType(Refusal.class, act))
                .extracting(Refusal::code)
                .isEqualTo(code);
    }
}
