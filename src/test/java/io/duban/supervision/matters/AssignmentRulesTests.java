package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.platform.problem.RefusalCode.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static io.duban.supervision.matters.SupervisionAssignment.Duty.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.matters.EvaluationState.Grade;
import io.duban.support.Someone;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The rules of one unit's part that hold whoever asks and wherever it is kept. */
class AssignmentRulesTests {

    private final SupervisionAssignment pending = host(AssignmentStatus.PENDING_SIGN);
    private final Command head = command(officer(URBAN, UNIT_HEAD), 3);

    @Test
    void wantsOneHostUnlessAllAreSeparate() {
        assertThatCode(() -> order(HOST, CO, CO).check()).doesNotThrowAnyException();
        assertThatCode(() -> order(SEPARATE, SEPARATE).check()).doesNotThrowAnyException();
        refuses(E_GEN_HOST_REQUIRED, () -> order(CO, CO).check());
        refuses(E_GEN_HOST_REQUIRED, () -> order(HOST, HOST).check());
        refuses(E_GEN_HOST_REQUIRED, () -> order(HOST, SEPARATE).check());
        refuses(E_GEN_HOST_REQUIRED, () -> order(SEPARATE, CO).check());
    }

    @Test
    void waitsForEverySeparateUnit() {
        var first = part(URBAN, SEPARATE, AssignmentStatus.FEEDBACK_SUBMITTED);
        var second = part(DONGHU, SEPARATE, AssignmentStatus.IN_PROGRESS);
        var file = file(matter(SupervisionMatterStatus.IN_PROGRESS, brief(Brief.Kind.SPECIAL, false)), first, second);
        var accepted = file.accept(first.id(), command(officer(OFFICE, SUPERVISOR), 3));
        assertThat(accepted.matter().status()).isEqualTo(SupervisionMatterStatus.IN_PROGRESS);
    }

    @Test
    void makesTheSecondReturnOnAMatterADispute() {
        var matter = matter(SupervisionMatterStatus.IN_PROGRESS, brief(Brief.Kind.SPECIAL, false));
        assertThat(ReturnAsking.move(file(matter, pending))).isEqualTo(AssignmentMove.REQUEST_RETURN);
        assertThat(ReturnAsking.move(file(matter, part(DONGHU, HOST, AssignmentStatus.REASSIGNED), pending)))
                .isEqualTo(AssignmentMove.DISPUTE);
    }

    @Test
    void letsAUnitReturnItOnceAndNotAfterADesignation() {
        var kept = new PartReturn(asked(pending)).kept(AssignmentMove.KEEP);
        refuses(E_GEN_RETURN_TWICE, () -> askAgain(kept));
        var designated = new PartReturn(disputed(pending)).kept(AssignmentMove.DESIGNATE_HOLDER);
        refuses(E_GEN_DESIGNATED, () -> askAgain(designated));
        var late =
                pending.edit().returning(ReturnState.until(NOW.minusSeconds(1))).done();
        refuses(E_GEN_RETURN_WINDOW, () -> askAgain(late));
    }

    @Test
    void refusesADecisionByWhoAskedOrByThatUnit() {
        var asker = head.officer().id();
        var part = asked(pending);
        refuses(
                E_GEN_SELF_APPROVAL,
                () -> ReturnDeciding.requireImpartial(part, command(officer(asker, OFFICE, SUPERVISION_CHIEF), 4)));
        refuses(
                E_GEN_SELF_APPROVAL,
                () -> ReturnDeciding.requireImpartial(part, command(officer(URBAN, SUPERVISION_CHIEF), 4)));
        assertThatCode(() -> ReturnDeciding.requireImpartial(part, command(officer(OFFICE, SUPERVISION_CHIEF), 4)))
                .doesNotThrowAnyException();
    }

    @Test
    void keepsTheDateOfTheMatterWhenAnotherUnitTakesOver() {
        var later = deadline(DONGHU).given(DUE.plusSeconds(864_000));
        var other = SupervisionAssignment.issued(
                pending.matterId(), DONGHU, HOST, later, ReturnState.until(WINDOW), pending.reminding());
        var taken = new PartReturn(pending).takenOverBy(other, false);
        var given = new PartReturn(asked(pending)).givenAway(AssignmentMove.REASSIGN);
        assertThat(taken.version()).as("a new row").isEqualTo(1);
        assertThat(taken.dueAt()).isEqualTo(later.currentDueAt());
        assertThat(Term.NONE.after(List.of(given, taken)).dueAt()).isEqualTo(DUE);
        var extended =
                taken.edit().returning(taken.returning().withoutOuterDate()).done();
        assertThat(Term.NONE.after(List.of(given, extended)).dueAt()).isEqualTo(later.currentDueAt());
    }

    @Test
    void showsACoUnitRedWhenTheHostHadToDoWithoutIt() {
        var co = part(DONGHU, CO, AssignmentStatus.IN_PROGRESS);
        var missed = co.edit().reminding(co.reminding().missed(NOW)).done();
        assertThat(co.light(NOW)).isEqualTo(AlertLight.GREEN);
        assertThat(missed.light(NOW)).isEqualTo(AlertLight.RED);
        var answered = missed.submitFinal(
                RESULT, brief(Brief.Kind.SPECIAL, false), command(officer(DONGHU, UNIT_HEAD), missed.version()));
        assertThat(answered.light(NOW)).isEqualTo(AlertLight.GREEN);
    }

    @Test
    void sendsACoOpinionBackOnce() {
        var co = part(DONGHU, CO, AssignmentStatus.FEEDBACK_SUBMITTED);
        var back = new PartReturn(co).sentBackByHost("没有实质意见", deadline(DONGHU));
        assertThat(back.defects()).containsExactly("没有实质意见");
        refuses(E_GEN_RETURN_TWICE, () -> new PartReturn(back).sentBackByHost("还是没有", deadline(DONGHU)));
    }

    @Test
    void keepsAnExtensionFromWhoHasNoSayInIt() {
        var matter = matter(SupervisionMatterStatus.IN_PROGRESS, brief(Brief.Kind.SPECIAL, false));
        var director = command(officer(OFFICE, OFFICE_DIRECTOR), 3);
        var leader = command(officer(LEADER, OFFICE, DEPUTY_LEADER), 3);
        var another = command(officer(OFFICE, CHIEF_LEADER), 3);
        assertThatCode(() -> PartExtending.requireApprover(matter, extending(false), director))
                .doesNotThrowAnyException();
        refuses(E_GEN_SCOPE, () -> PartExtending.requireApprover(matter, extending(false), leader));
        refuses(E_GEN_SCOPE, () -> PartExtending.requireApprover(matter, extending(true), director));
        refuses(E_GEN_SCOPE, () -> PartExtending.requireApprover(matter, extending(true), another));
        var byDelegate = Someone.actsFor(leader.officer(), officer(OFFICE, OFFICE_DEPUTY), false, 3);
        assertThatCode(() -> PartExtending.requireApprover(matter, extending(true), byDelegate))
                .as("his delegate decides with his name")
                .doesNotThrowAnyException();
    }

    @Test
    void forgetsWhatWasAskedOnTheWayWithTheResultIn() {
        var asked = extending(true).submitFinal(RESULT, brief(Brief.Kind.SPECIAL, false), head);
        assertThat(asked.extending().isPending()).isFalse();
        assertThat(asked.extending().extended()).isFalse();
    }

    @Test
    void beginsANewRoundWithADateOfItsOwn() {
        var accepted = host(AssignmentStatus.ACCEPTED)
                .edit()
                .extending(new ExtensionState(true, null, null, false))
                .evaluation(EvaluationState.of(Grade.FAIL, DRAFTER, NOW))
                .done();
        var again = accepted.again(AssignmentMove.REDO, deadline(URBAN).given(DUE.plusSeconds(60)));
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.originalDueAt()).isEqualTo(DUE.plusSeconds(60));
        assertThat(again.extending()).isEqualTo(ExtensionState.NONE);
        assertThat(again.evaluation()).isEqualTo(EvaluationState.NONE);
        assertThat(again.handIn()).isEqualTo(HandIn.NONE);
    }

    @Test
    void letsAnEvaluationBeObjectedToOnceAndInTime() {
        var said = EvaluationState.of(Grade.PASS, DRAFTER, NOW);
        assertThat(EvaluationState.NONE.isObjectable(NOW)).isFalse();
        assertThat(said.isObjectable(NOW)).isTrue();
        assertThat(said.isObjectable(NOW.plusMillis(1))).isFalse();
        var objected = said.objected(NOW);
        assertThat(objected.isObjectable(NOW)).isFalse();
        assertThat(objected.isDisputed()).isTrue();
        assertThat(objected.decided(Grade.GOOD, NOW).isDisputed()).isFalse();
        assertThat(objected.decided(Grade.GOOD, NOW).grade()).isEqualTo(Grade.GOOD);
    }

    private SupervisionAssignment asked(SupervisionAssignment part) {
        return new PartReturn(part).asked(AssignmentMove.REQUEST_RETURN, head);
    }

    private SupervisionAssignment disputed(SupervisionAssignment part) {
        return new PartReturn(part).asked(AssignmentMove.DISPUTE, head);
    }

    private static void askAgain(SupervisionAssignment part) {
        new PartReturn(part).asked(AssignmentMove.REQUEST_RETURN, command(officer(URBAN, UNIT_HEAD), part.version()));
    }

    private SupervisionAssignment extending(boolean toLeader) {
        var part = host(AssignmentStatus.IN_PROGRESS);
        var asked = part.edit()
                .extending(part.extending().asked(DUE.plusSeconds(1), UUID.randomUUID(), toLeader))
                .asNew();
        assertThat(asked.extending().isPending()).isTrue();
        return asked;
    }

    private static NoticeOrder order(SupervisionAssignment.Duty... duties) {
        var parts = Arrays.stream(duties)
                .map(duty -> new NoticeOrder.Part(UUID.randomUUID(), duty, null))
                .toList();
        return new NoticeOrder(SupervisionNotice.Kind.SUPERVISION_LETTER, "修复路面", parts, Set.of(), null, null);
    }

    private static void refuses(RefusalCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
