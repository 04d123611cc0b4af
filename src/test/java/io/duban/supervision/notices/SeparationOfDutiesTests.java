package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.SamplePapers.*;
import static io.duban.support.Someone.NOW;
import static io.duban.support.Someone.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who proposed does not approve, who issued does not judge the objection, and a delegate is both himself and his principal. */
class SeparationOfDutiesTests {

    @Test
    void keepsWhoProposedFromDeciding() {
        var director = also(SUPERVISOR_WANG, OFFICE_DIRECTOR, CHIEF_LEADER);
        refused(
                RefusalCode.E_GEN_SELF_APPROVAL,
                () -> letter(ChaseLetterStatus.PROPOSED).sign("1", LATER, LATER, of(director)));
        refused(RefusalCode.E_GEN_SELF_APPROVAL, () -> talk(TalkStatus.PROPOSED).approve(null, "1", of(director)));
        refused(
                RefusalCode.E_GEN_SELF_APPROVAL,
                () -> transfer(TransferStatus.PROPOSED).decide(TransferMove.APPROVE, null, of(director)));
        refused(
                RefusalCode.E_GEN_SELF_APPROVAL,
                () -> bulletin(BulletinStatus.PENDING_DIRECTOR, text(BulletinText.Tone.CRITICISE, UNIT))
                        .hear(LATER, of(director)));
        refused(
                RefusalCode.E_GEN_SELF_APPROVAL,
                () -> bulletin(BulletinStatus.HEARING, text(BulletinText.Tone.CRITICISE, UNIT))
                        .sign(true, of(director)));
        refused(
                RefusalCode.E_GEN_SELF_APPROVAL,
                () -> card(CardStatus.PROPOSED)
                        .approve(null, passage(), of(also(CHIEF_OF_SUPERVISION, OFFICE_DIRECTOR))));
    }

    @Test
    void keepsADelegateFromDecidingOnWhatHeProposed() {
        var acting = Someone.actsFor(DIRECTOR, SUPERVISOR_WANG, false, 1);
        refused(
                RefusalCode.E_GEN_SELF_APPROVAL,
                () -> letter(ChaseLetterStatus.PROPOSED).sign("1", LATER, LATER, acting));
    }

    @Test
    void letsADelegateOfTheDirectorSignALetterButNoDelegateOfTheChiefUnlessHePresides() {
        var deputy = at(OFFICE_DEPUTY);
        assertThat(letter(ChaseLetterStatus.PROPOSED)
                        .sign("1", LATER, LATER, Someone.actsFor(DIRECTOR, deputy, false, 1))
                        .signedById())
                .isEqualTo(DIRECTOR.id());
        var named = bulletin(BulletinStatus.HEARING, text(BulletinText.Tone.PRAISE, UNIT));
        refused(
                RefusalCode.E_DOC_SIGNER_NOT_AUTHORISED,
                () -> named.sign(true, Someone.actsFor(LEADER, deputy, false, 1)));
        assertThat(named.sign(true, Someone.actsFor(LEADER, deputy, true, 1)).status())
                .isEqualTo(BulletinStatus.SIGNED);
        refused(
                RefusalCode.E_DOC_SIGNER_NOT_AUTHORISED,
                () -> talk(TalkStatus.PROPOSED).approve(null, "1", Someone.actsFor(LEADER, deputy, false, 1)));
    }

    @Test
    void recusesWhoProposedOrApprovedACardFromTheObjectionToIt() {
        var objected = card(CardStatus.OBJECTED);
        refused(RefusalCode.E_SUP_RECUSAL, () -> objected.rule(CardMove.UPHOLD, "维持", of(DIRECTOR)));
        refused(
                RefusalCode.E_SUP_RECUSAL,
                () -> objected.rule(CardMove.WITHDRAW, "撤", of(also(CHIEF_OF_SUPERVISION, OFFICE_DIRECTOR))));
        refused(
                RefusalCode.E_SUP_RECUSAL,
                () -> objected.rule(CardMove.UPHOLD, "维持", Someone.actsFor(LEADER, DIRECTOR, false, 1)));
        assertThat(objected.rule(CardMove.UPHOLD, "维持", of(at(OFFICE_DIRECTOR))).status())
                .isEqualTo(CardStatus.UPHELD);
    }

    @Test
    void signsByTheChiefLeaderOnlyWhatPraisesOrCriticisesByName() {
        for (var tone : BulletinText.Tone.values()) {
            var named = bulletin(BulletinStatus.HEARING, text(tone, UNIT));
            var unnamed = bulletin(BulletinStatus.PENDING_DIRECTOR, text(tone));
            var byChief = tone != BulletinText.Tone.NEUTRAL;
            assertThat(BulletinView.legalActions(named, LEADER).contains("SIGN"))
                    .as(tone + " by name")
                    .isEqualTo(byChief);
            assertThat(BulletinView.legalActions(named, DIRECTOR).contains("SIGN"))
                    .isNotEqualTo(byChief);
            refused(RefusalCode.E_GEN_SCOPE, () -> named.sign(true, of(byChief ? DIRECTOR : LEADER)));
            assertThat(unnamed.sign(false, of(DIRECTOR)).status()).isEqualTo(BulletinStatus.SIGNED);
            refused(RefusalCode.E_GEN_SCOPE, () -> unnamed.sign(false, of(LEADER)));
        }
    }

    @Test
    void signsNothingBeforeTheHearingIsOver() {
        var hearing = bulletin(BulletinStatus.HEARING, text(BulletinText.Tone.CRITICISE, UNIT));
        refused(RefusalCode.E_SUP_CONCLUSION_UNSUPPORTED, () -> hearing.sign(false, of(LEADER)));
        var unheard = bulletin(BulletinStatus.DRAFT, text(BulletinText.Tone.CRITICISE, UNIT))
                .submit(of(CHIEF_OF_SUPERVISION));
        refused(RefusalCode.E_SUP_CONCLUSION_UNSUPPORTED, () -> unheard.sign(false, Someone.sees(LEADER, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CORE_LEADERSHIP", "SUPERIOR"})
    void givesLeadersNoCard(String kind) {
        for (var colour : WarningCard.Colour.values()) {
            refused(
                    RefusalCode.E_SUP_OBJECT_NOT_ALLOWED,
                    () -> WarningCard.proposed(colour, standing(kind), "逾期", null, NOW));
        }
    }

    @Test
    void showsAUnitNothingBeforeItIsDelivered() {
        assertThat(letter(ChaseLetterStatus.PROPOSED).audience().units()).isEmpty();
        assertThat(letter(ChaseLetterStatus.PROPOSED)
                        .sign("1", LATER, LATER, of(DIRECTOR))
                        .audience()
                        .units())
                .containsExactly(UNIT);
        var hearing = bulletin(BulletinStatus.PENDING_DIRECTOR, text(BulletinText.Tone.CRITICISE, UNIT))
                .hear(LATER, of(DIRECTOR));
        assertThat(hearing.audience().units()).containsExactly(UNIT);
        assertThat(hearing.giveBack(Someone.sees(LEADER, 2)).audience().units()).isEmpty();
        assertThat(transfer(TransferStatus.PROPOSED)
                        .decide(TransferMove.APPROVE, null, of(DIRECTOR))
                        .title())
                .as("the stream says nothing of a clue")
                .isEqualTo("问题线索移送");
    }

    private static Officer also(Officer officer, Role... more) {
        var posts = Arrays.stream(more).map(role -> new Post(role, OFFICE)).collect(Collectors.toSet());
        posts.addAll(officer.posts());
        return new Officer(officer.id(), "某人", OFFICE, posts, Set.<UUID>of(), "test", false, Set.of("office"), null);
    }

    private static void refused(RefusalCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
