package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.*;
import static io.duban.platform.problem.RefusalCode.*;
import static io.duban.supervision.conclusions.SampleConclusions.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ConclusionRulesTests {

    private final InspectionConclusion conclusion = conclusion(ConclusionStatus.DRAFT);

    @Test
    void refusesAReviewByItsAuthorAndAReturnWithoutWords() {
        var pending = conclusion(ConclusionStatus.PENDING_REVIEW);
        var author = command(officer(AUTHOR, OFFICE, OFFICE_DIRECTOR), 5);
        refuses(E_GEN_SELF_APPROVAL, () -> pending.issue(null, author));
        refuses(E_GEN_SELF_APPROVAL, () -> pending.returned("再核", author));
        refuses(E_GEN_VALIDATION, () -> pending.returned(" ", office(5, OFFICE_DIRECTOR)));
        refuses(E_GEN_STALE_VERSION, () -> pending.issue(null, office(4, OFFICE_DIRECTOR)));
    }

    @Test
    void keepsEverybodyWhoWroteAndReviewed() {
        var second = officer(OFFICE, SUPERVISOR);
        var revised = conclusion.revise(sampleMatter(), "改写", command(second, 5));
        var director = officer(OFFICE, OFFICE_DIRECTOR);
        var issued = revised.submit(office(6, SUPERVISOR)).issue(null, command(director, 7));
        assertThat(issued.involvedIds()).contains(AUTHOR, second.id(), director.id());
        assertThat(issued.round()).isEqualTo(2);
    }

    @Test
    void keepsWhoTookPartAwayFromTheObjection() {
        var filed = objection(ObjectionStatus.FILED);
        refuses(E_SUP_RECUSAL, () -> filed.accept(command(officer(AUTHOR, OFFICE, SUPERVISOR), 3)));
        var accepted = objection(ObjectionStatus.ACCEPTED);
        var reviewer = officer(REVIEWER, OFFICE, OFFICE_DIRECTOR);
        refuses(E_SUP_RECUSAL, () -> accepted.decide(ObjectionMove.UPHOLD_CONCLUSION, "维持", command(reviewer, 3)));
        assertThat(accepted.legalActions(reviewer)).isEmpty();
        refuses(
                E_GEN_SELF_APPROVAL,
                () -> accepted.decide(
                        ObjectionMove.UPHOLD_CONCLUSION, "维持", command(officer(URBAN, SUPERVISION_CHIEF), 3)));
        refuses(
                E_GEN_VALIDATION,
                () -> accepted.decide(ObjectionMove.REVOKE_CONCLUSION, " ", office(3, SUPERVISION_CHIEF)));
        assertThat(accepted.legalActions(officer(OFFICE, SUPERVISION_CHIEF)))
                .containsExactly("UPHOLD_CONCLUSION", "CHANGE_CONCLUSION", "REVOKE_CONCLUSION");
    }

    @Test
    void endsTheRightToObjectAfterItsDaysAndWithAReview() {
        var head = officer(URBAN, UNIT_HEAD);
        var received = finding(ObjectFindingStatus.RECEIVED, 1);
        assertThat(received.legalActions(head, LATER)).containsExactly("FILE_OBJECTION");
        assertThat(received.fileObjection(at(LATER, head, 3)).status()).isEqualTo(ObjectFindingStatus.OBJECTED);
        var late = LATER.plus(Duration.ofMillis(1));
        refuses(E_GEN_ILLEGAL_STATE, () -> received.fileObjection(at(late, head, 3)));
        assertThat(received.legalActions(head, late)).isEmpty();
        var reviewed = finding(ObjectFindingStatus.PENDING_RECEIPT, 2).signFor(LATER, unit(3, UNIT_LIAISON));
        assertThat(reviewed.objectBy()).isNull();
        refuses(E_GEN_ILLEGAL_STATE, () -> reviewed.fileObjection(unit(4, UNIT_HEAD)));
    }

    @Test
    void letsOnlyTheObjectItselfTakeItsSteps() {
        var stranger = command(officer(OTHER_UNIT, UNIT_HEAD, UNIT_LIAISON), 3);
        refuses(
                E_GEN_SCOPE,
                () -> finding(ObjectFindingStatus.PENDING_RECEIPT, 1).signFor(LATER, stranger));
        refuses(E_GEN_SCOPE, () -> finding(ObjectFindingStatus.RECEIVED, 1).fileObjection(stranger));
        refuses(E_GEN_SCOPE, () -> item(RectificationStatus.OPEN).report("已整改", stranger));
        refuses(
                E_GEN_SELF_APPROVAL,
                () -> item(RectificationStatus.REPORTED).verify(null, command(officer(URBAN, SUPERVISOR), 3)));
        refuses(E_GEN_VALIDATION, () -> item(RectificationStatus.REPORTED).returned(null, office(3, SUPERVISOR)));
        assertThat(item(RectificationStatus.REPORTED).legalActions(officer(URBAN, SUPERVISOR)))
                .isEmpty();
        assertThat(item(RectificationStatus.OPEN).legalActions(officer(URBAN, UNIT_HEAD)))
                .containsExactly("REPORT_RECTIFICATION");
    }

    private static void refuses(RefusalCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
