package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingSigner.OpinionMode.*;
import static io.duban.documents.outgoing.OutgoingSigner.Position.*;
import static io.duban.documents.outgoing.OutgoingSigner.Verdict.*;
import static io.duban.documents.outgoing.Papers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.documents.outgoing.OutgoingSigner.Form;
import io.duban.documents.outgoing.OutgoingSigner.State;
import io.duban.documents.outgoing.OutgoingSigner.Verdict;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 加签: who is at hand, and when the sheet is signed. */
class SigningSheetTests {

    private static final UUID MAIN_SIGNER = UUID.randomUUID();
    private static final UUID ADDED = UUID.randomUUID();
    private static final UUID DEEPER = UUID.randomUUID();

    private final SigningSheet alone = SigningSheet.openedFor(UUID.randomUUID(), 1, MAIN_SIGNER);

    @Test
    void isSignedByTheMainSignerAlone() {
        assertThat(alone.personsAtHand()).containsExactly(MAIN_SIGNER);
        assertThat(said(alone, MAIN_SIGNER, SIGN).isSigned()).isTrue();
    }

    @Test
    void pausesWhoeverAddedSomebodyBeforeHim() {
        var sheet = added(alone, MAIN_SIGNER, ADDED, BEFORE, ADVICE);

        assertThat(sheet.personsAtHand()).containsExactly(ADDED);
        assertThat(said(sheet, ADDED, AGREE).personsAtHand()).containsExactly(MAIN_SIGNER);
    }

    @Test
    void resumesOnlyWhenThoseAddedByTheOneBeforeHaveSpokenToo() {
        var before = added(alone, MAIN_SIGNER, ADDED, BEFORE, ADVICE);
        var sheet = said(added(before, ADDED, DEEPER, AFTER, ADVICE), ADDED, AGREE);

        assertThat(sheet.personsAtHand()).containsExactly(DEEPER);
        assertThat(said(sheet, DEEPER, AGREE).personsAtHand()).containsExactly(MAIN_SIGNER);
    }

    @Test
    void waitsForEverybodyInParallel() {
        var sheet = added(alone, MAIN_SIGNER, ADDED, PARALLEL, ADVICE);

        assertThat(sheet.personsAtHand()).containsExactlyInAnyOrder(MAIN_SIGNER, ADDED);
        assertThat(said(sheet, MAIN_SIGNER, SIGN).isSigned()).isFalse();
        assertThat(said(said(sheet, MAIN_SIGNER, SIGN), ADDED, AGREE).isSigned())
                .isTrue();
    }

    @Test
    void asksTheOneAfterOnceTheOneWhoAddedHimHasSpoken() {
        var sheet = added(alone, MAIN_SIGNER, ADDED, AFTER, APPROVAL);
        assertThat(sheet.personsAtHand()).containsExactly(MAIN_SIGNER);

        var signed = said(sheet, MAIN_SIGNER, SIGN);
        assertThat(signed.personsAtHand()).containsExactly(ADDED);
        assertThat(signed.isSigned()).isFalse();
        assertThat(said(signed, ADDED, AGREE).isSigned()).isTrue();
    }

    @Test
    void isSignedAgainstAdviceButNeverAgainstAnApproval() {
        var advised = said(added(alone, MAIN_SIGNER, ADDED, BEFORE, ADVICE), ADDED, RETURN);
        var refused = said(added(alone, MAIN_SIGNER, ADDED, BEFORE, APPROVAL), ADDED, RETURN);

        assertThat(said(advised, MAIN_SIGNER, SIGN).isSigned()).isTrue();
        assertThat(said(refused, MAIN_SIGNER, SIGN).isSigned()).isFalse();
    }

    @Test
    void goesNoDeeperThanTwo() {
        var deep = added(added(alone, MAIN_SIGNER, ADDED, BEFORE, ADVICE), ADDED, DEEPER, BEFORE, ADVICE);

        assertThatThrownBy(() -> added(deep, DEEPER, UUID.randomUUID(), BEFORE, ADVICE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void takesNobodyTwice() {
        assertThatThrownBy(() -> added(alone, MAIN_SIGNER, MAIN_SIGNER, AFTER, ADVICE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void keepsThoseItSpares() {
        var sheet = added(alone, MAIN_SIGNER, ADDED, AFTER, APPROVAL).lapsed();

        assertThat(sheet.seats()).extracting(OutgoingSigner::state).containsOnly(State.LAPSED);
    }

    @Test
    void asksEveryApprovalAgainForAnotherText() {
        var first = added(alone, MAIN_SIGNER, ADDED, BEFORE, ADVICE);
        var sheet = said(added(first, ADDED, DEEPER, BEFORE, APPROVAL), DEEPER, AGREE);
        var withBystander = said(said(sheet, ADDED, AGREE), MAIN_SIGNER, SIGN).again(2);

        assertThat(withBystander.seats()).extracting(OutgoingSigner::round).containsOnly(2);
        assertThat(withBystander.seats())
                .extracting(OutgoingSigner::personId)
                .containsExactly(MAIN_SIGNER, ADDED, DEEPER);
        assertThat(withBystander.personsAtHand()).containsExactly(DEEPER);
    }

    @Test
    void doesNotAskAdviceAgain() {
        var sheet = said(added(alone, MAIN_SIGNER, ADDED, BEFORE, ADVICE), ADDED, AGREE);

        assertThat(sheet.again(2).seats()).extracting(OutgoingSigner::personId).containsExactly(MAIN_SIGNER);
    }

    private static SigningSheet added(
            SigningSheet sheet,
            UUID by,
            UUID person,
            OutgoingSigner.Position position,
            OutgoingSigner.OpinionMode mode) {
        return sheet.adding(sheet.seatOf(by).orElseThrow(), person, position, mode);
    }

    private static SigningSheet said(SigningSheet sheet, UUID person, Verdict verdict) {
        return sheet.with(sheet.atHand(person).orElseThrow().decided(verdict, Form.EXPLICIT, "阅", "hash", NOW));
    }
}
