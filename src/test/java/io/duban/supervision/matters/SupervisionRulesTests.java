package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.platform.problem.RefusalCode.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.SupervisionIntake;
import io.duban.supervision.Urgency;
import io.duban.support.Someone;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupervisionRulesTests {

    private final SupervisionMatter pending =
            matter(SupervisionMatterStatus.PENDING_APPROVAL, brief(Brief.Kind.ROUTINE, false));
    private final SupervisionMatter toVerify =
            matter(SupervisionMatterStatus.PENDING_VERIFICATION, brief(Brief.Kind.SPECIAL, true));
    private final SupervisionMatter handled = matter(SupervisionMatterStatus.HANDLED, brief(Brief.Kind.SPECIAL, false));

    @Test
    void refusesAMatterWithoutBasis() {
        var baseless = new Brief(
                Brief.Kind.SPECIAL,
                Brief.Basis.DEPUTY_INSTRUCTION,
                "批示",
                "题",
                List.of("一"),
                Set.of(URBAN),
                List.of(),
                Urgency.NORMAL,
                false,
                null);
        refuses(E_SUP_NO_BASIS, baseless::requireBasis);
    }

    @Test
    void refusesApprovalByWhoDraftedOrSubmittedIt() {
        refuses(E_GEN_SELF_APPROVAL, () -> decide(officerWho(DRAFTER)));
        refuses(E_GEN_SELF_APPROVAL, () -> decide(officerWho(SUBMITTER)));
        assertThat(decide(officerWho(UUID.randomUUID())).status()).isEqualTo(SupervisionMatterStatus.APPROVED);
    }

    @Test
    void refusesADelegateWhatHeOrHisPrincipalHadAHandIn() {
        var chief = officer(OFFICE, CHIEF_LEADER);
        var routine = matter(SupervisionMatterStatus.PENDING_APPROVAL, brief(Brief.Kind.ROUTINE, false));
        refuses(
                E_GEN_SELF_APPROVAL,
                () -> routine.decide(
                        MatterMove.APPROVE_MATTER,
                        null,
                        Someone.actsFor(chief, officer(DRAFTER, OFFICE, DEPUTY_LEADER), false, 5)));
        var approved = routine.decide(
                MatterMove.APPROVE_MATTER, null, Someone.actsFor(chief, officer(OFFICE, DEPUTY_LEADER), false, 5));
        assertThat(approved.hands().approvedById()).isEqualTo(chief.id());
    }

    @Test
    void letsADelegateOpenWhatIsTheChiefsOnlyWhereHePresides() {
        var chief = officer(OFFICE, CHIEF_LEADER);
        var deputy = officer(OFFICE, DEPUTY_LEADER);
        var special = matter(SupervisionMatterStatus.PENDING_APPROVAL, brief(Brief.Kind.SPECIAL, false));
        refuses(
                E_DOC_SIGNER_NOT_AUTHORISED,
                () -> special.decide(MatterMove.APPROVE_MATTER, null, Someone.actsFor(chief, deputy, false, 5)));
        assertThat(special.decide(MatterMove.APPROVE_MATTER, null, Someone.actsFor(chief, deputy, true, 5))
                        .status())
                .isEqualTo(SupervisionMatterStatus.APPROVED);
    }

    @Test
    void letsTheDirectorApproveEverydayFollowUpOnly() {
        var director = officer(OFFICE, OFFICE_DIRECTOR);
        assertThat(decide(director).status()).isEqualTo(SupervisionMatterStatus.APPROVED);
        var special = matter(SupervisionMatterStatus.PENDING_APPROVAL, brief(Brief.Kind.SPECIAL, false));
        refuses(E_GEN_SCOPE, () -> special.decide(MatterMove.APPROVE_MATTER, null, command(director, 5)));
    }

    @Test
    void refusesAHandInNobodyEntitledSigned() {
        var part = host(AssignmentStatus.IN_PROGRESS);
        var special = brief(Brief.Kind.SPECIAL, false);
        refuses(E_SUP_UNSIGNED, () -> part.submitFinal(RESULT, special, command(officer(URBAN, UNIT_LIAISON), 3)));
        refuses(E_SUP_UNSIGNED, () -> part.submitFinal(RESULT, special, command(officer(URBAN, UNIT_DEPUTY), 3)));
        refuses(E_GEN_SCOPE, () -> part.submitFinal(RESULT, special, command(officer(DONGHU, UNIT_HEAD), 3)));
        var routine = brief(Brief.Kind.ROUTINE, false);
        assertThatCode(() -> part.submitFinal(RESULT, routine, command(officer(URBAN, UNIT_DEPUTY), 3)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAReviewByTheUnitItself() {
        var part = host(AssignmentStatus.FEEDBACK_SUBMITTED);
        refuses(E_GEN_SELF_APPROVAL, () -> part.accept(command(officer(URBAN, SUPERVISOR), 3)));
        refuses(
                E_GEN_SELF_APPROVAL,
                () -> part.accept(command(officer(part.handIn().submittedById(), OFFICE, SUPERVISOR), 3)));
    }

    @Test
    void refusesProgressThatFallsWithoutAReason() {
        var part = host(AssignmentStatus.IN_PROGRESS);
        var liaison = command(officer(URBAN, UNIT_LIAISON), 3);
        refuses(E_SUP_PROGRESS_REVERSED, () -> part.report(49, " ", null, liaison));
        assertThat(part.report(49, "返工", null, liaison).percent()).isEqualTo(49);
    }

    @Test
    void refusesAPhysicalResultNobodyLookedAt() {
        var chief = command(officer(OFFICE, SUPERVISION_CHIEF), 5);
        refuses(E_SUP_NO_FIELD_CHECK, () -> file(toVerify).markHandled(Course.Answer.NONE, chief));
        refuses(E_SUP_NO_FIELD_CHECK, () -> looked(false, UUID.randomUUID()).markHandled(Course.Answer.NONE, chief));
        refuses(E_GEN_SELF_APPROVAL, () -> looked(true, chief.officer().id()).markHandled(Course.Answer.NONE, chief));
        assertThat(looked(true, UUID.randomUUID())
                        .markHandled(Course.Answer.NONE, chief)
                        .state())
                .isEqualTo("HANDLED");
    }

    @Test
    void letsOnlyItsOwnersStrikeItOff() {
        refuses(E_SUP_NOT_OWNER, () -> handled.strikeOff(command(officer(OFFICE, OFFICE_DIRECTOR), 5)));
        assertThat(handled.strikeOff(command(officer(LEADER, OFFICE, DEPUTY_LEADER), 5))
                        .status())
                .isEqualTo(SupervisionMatterStatus.STRUCK_OFF);
        assertThat(handled.strikeOff(command(officer(APPROVER, OFFICE, CHIEF_LEADER), 5))
                        .status())
                .isEqualTo(SupervisionMatterStatus.STRUCK_OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"请于月底前上报书面材料", "报送工作总结;召开专题会议", "及时上报材料,并召开会议。", "印发通知、制定方案"})
    void refusesToAskForPaperOnly(String words) {
        refuses(E_SUP_PAPER_ONLY, () -> new Requirement(words).requireMoreThanPaper());
    }

    @ParameterizedTest
    @ValueSource(strings = {"修复塌陷路面,并上报办理情况", "11月底前完成改造", "立即排查全区燃气隐患,报送整改清单"})
    void takesRequirementsThatAskForAResult(String words) {
        assertThatCode(() -> new Requirement(words).requireMoreThanPaper()).doesNotThrowAnyException();
    }

    @Test
    void stopsTheLightWhereTheResultWasHandedIn() {
        var late = DUE.plusSeconds(1);
        assertThat(host(AssignmentStatus.IN_PROGRESS).light(late)).isEqualTo(AlertLight.RED);
        assertThat(host(AssignmentStatus.FEEDBACK_SUBMITTED).light(late)).isEqualTo(AlertLight.GREEN);
        assertThat(host(AssignmentStatus.RETURNED_FOR_CORRECTION).light(late)).isEqualTo(AlertLight.RED);
        assertThat(host(AssignmentStatus.ACCEPTED).light(late)).isEqualTo(AlertLight.NONE);
    }

    @Test
    void makesALeadersWordsTheDraftOfAMatter() {
        var words = new SupervisionIntake.LeadersWords(
                LEADER,
                true,
                null,
                "请住建局一周内修好",
                "路面塌陷",
                List.of("恢复通行"),
                Set.of(URBAN),
                Urgency.URGENT,
                true,
                Set.of());
        var drafted = SupervisionIntake.draft(words, NOW).subject();
        assertThat(drafted.subjectType()).isEqualTo("supervision.matter");
        assertThat(drafted.audience().participants()).containsExactly(LEADER);
    }

    private MatterFile looked(boolean recorded, UUID author) {
        return new MatterFile(
                toVerify, List.of(), List.of(), List.of(SampleMatters.looked(toVerify, recorded, author)));
    }

    private SupervisionMatter decide(Officer officer) {
        return pending.decide(MatterMove.APPROVE_MATTER, null, command(officer, 5));
    }

    private static Officer officerWho(UUID id) {
        return officer(id, OFFICE, CHIEF_LEADER);
    }

    private static void refuses(RefusalCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
