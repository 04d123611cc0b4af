package io.duban.supervision.inspections;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.inspections.FieldInspectionStatus.*;
import static io.duban.supervision.inspections.InspectionMove.*;
import static io.duban.supervision.inspections.SampleInspections.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.matters.Brief;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an inspection asks for beside the table: whose step it is, who is missing, and what must be said. */
class InspectionRulesTests {

    private final UUID id = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(
            value = Brief.Kind.class,
            names = {"COMPREHENSIVE", "SPECIAL", "INCIDENT_INVESTIGATION"})
    void refusesTheRecordOfOneInspectorWhereTwoAreNeeded(Brief.Kind kind) {
        refused(
                () -> sent(work(null), null, kind, inspector(0)),
                RefusalCode.E_GEN_VALIDATION,
                "second inspector is missing");
    }

    @ParameterizedTest
    @EnumSource(
            value = Brief.Kind.class,
            names = {"ROUTINE", "CLUE_VERIFICATION"})
    void takesTheRecordOfOneInspectorElsewhere(Brief.Kind kind) {
        assertThat(sent(work(null), null, kind, inspector(0))
                        .after()
                        .inspection()
                        .status())
                .isEqualTo(RECORD_SUBMITTED);
    }

    @Test
    void waitsForTheSecondInspectorWhoIsNamed() {
        var handedIn = sent(work(SECOND), null, Brief.Kind.SPECIAL, inspector(0));
        assertThat(handedIn.after().awaitedSigner()).containsExactly(SECOND);
        assertThat(handedIn.after().inspection().status()).isEqualTo(ON_SITE);
        assertThat(handedIn.after().inspection().isRecorded()).isFalse();
        var signed = handedIn.after().countersign(answerBy(id), second(1)).inspection();
        assertThat(signed.status()).isEqualTo(RECORD_SUBMITTED);
        assertThat(signed.sheet().recordedAt()).isEqualTo(NOW);
    }

    @Test
    void letsNobodyBeHisOwnSecondInspector() {
        refused(
                () -> sent(work(INSPECTOR), null, Brief.Kind.SPECIAL, inspector(0)),
                RefusalCode.E_GEN_VALIDATION,
                "somebody else");
        var handedIn =
                sent(work(SECOND), null, Brief.Kind.SPECIAL, inspector(0)).after();
        refused(() -> handedIn.countersign(answerBy(id), inspector(1)), RefusalCode.E_GEN_SCOPE, "second inspector");
        refused(() -> handedIn.countersign(answerBy(id), chief(1)), RefusalCode.E_GEN_SCOPE, "second inspector");
    }

    @Test
    void letsTheSecondInspectorSignOnlyWhatIsAllHere() {
        var missing = UUID.randomUUID();
        var record = new FieldWork.VisitRecord(UUID.randomUUID(), null, Set.of(missing), Set.of(), null, 0, SECOND);
        var waiting = sent(
                        new FieldWork(start(id), List.of(), List.of(), record), null, Brief.Kind.SPECIAL, inspector(0))
                .after();
        assertThat(waiting.missingFindingIds()).containsExactly(missing);
        refused(() -> waiting.countersign(answerBy(id), second(1)), RefusalCode.E_GEN_ILLEGAL_STATE, "COUNTERSIGN");
    }

    @Test
    void letsTheAuthorCorrectARecordThatTheSecondInspectorDidNotSign() {
        var made = work(SECOND);
        var waiting = sent(made, null, Brief.Kind.SPECIAL, inspector(0)).after();
        var corrected = new FieldWork.VisitRecord(
                UUID.randomUUID(), DEVICE.plusSeconds(60), made.record().findingIds(), Set.of(), "部分属实", 2, SECOND);
        var again = sent(
                        new FieldWork(null, List.of(), List.of(), corrected), waiting, Brief.Kind.SPECIAL, inspector(0))
                .after();
        assertThat(again.inspection().sheet().objectStatement()).isEqualTo("部分属实");
        assertThat(sent(made, again, Brief.Kind.SPECIAL, inspector(0)).changesNothing())
                .as("the earlier record, once more")
                .isTrue();
        var signed = again.countersign(answerBy(id), second(again.version()));
        refused(
                () -> sent(made, signed, Brief.Kind.SPECIAL, inspector(0)),
                RefusalCode.E_GEN_ILLEGAL_STATE,
                "SUBMIT_RECORD");
    }

    @Test
    void takesTheOtherOfATwoPersonPlanForTheSecondInspector() {
        var planned = file(PLANNED, false);
        var made = work(null);
        var work = new FieldWork(start(planned.id()), made.findings(), List.of(), made.record());
        var sent = sent(work, planned, Brief.Kind.SPECIAL, inspector(0)).after().inspection();
        assertThat(sent.team().secondInspectorId()).isEqualTo(SECOND);
    }

    @Test
    void namesWhoIsMissingInAPlan() {
        refused(
                () -> Team.planned(Set.of(INSPECTOR), INSPECTOR, true),
                RefusalCode.E_GEN_VALIDATION,
                "the second is missing");
        refused(
                () -> Team.planned(Set.of(INSPECTOR, SECOND), null, true),
                RefusalCode.E_GEN_VALIDATION,
                "leader is missing");
        refused(
                () -> Team.planned(Set.of(INSPECTOR, SECOND), UUID.randomUUID(), true),
                RefusalCode.E_GEN_VALIDATION,
                "one of the inspectors");
        assertThat(Team.planned(Set.of(INSPECTOR), null, false).groupLeaderId()).isNull();
    }

    @Test
    void letsOnlyThoseOfThePlanBegin() {
        var planned = file(PLANNED, false).inspection();
        refused(() -> planned.begin(start(planned.id()), chief(0)), RefusalCode.E_GEN_SCOPE, "other inspectors");
    }

    @Test
    void letsNobodyCloseWhatHeInspectedHimself() {
        var confirmed = file(CONFIRMED_BY_OBJECT, true).inspection();
        var chiefWhoWrote = command(officer(INSPECTOR, OFFICE, SUPERVISION_CHIEF), 2);
        refused(() -> confirmed.close(CLOSE, null, chiefWhoWrote), RefusalCode.E_GEN_SELF_APPROVAL, "himself");
        refused(() -> confirmed.close(CLOSE, null, second(2)), RefusalCode.E_GEN_SELF_APPROVAL, "himself");
        assertThat(confirmed.close(CLOSE, null, supervisor(2)).status()).isEqualTo(CLOSED);
    }

    @Test
    void asksWhatCameOfADisagreement() {
        var disputed = file(OBJECT_DISAGREES, true).inspection();
        refused(() -> disputed.close(CLOSE, " ", supervisor(2)), RefusalCode.E_GEN_VALIDATION, "what came of it");
    }

    @Test
    void takesSilenceForNoConsentAndNoEndBeforeItsTime() {
        var asked = file(RECORD_SUBMITTED, true).inspection();
        refused(
                () -> asked.close(CLOSE_UNANSWERED, "催告", chief(2)),
                RefusalCode.E_GEN_ILLEGAL_STATE,
                "CLOSE_UNANSWERED");
        var late = later(chief(2), Duration.ofDays(4));
        refused(() -> asked.close(CLOSE_UNANSWERED, null, late), RefusalCode.E_GEN_VALIDATION, "said nothing");
        var closed = asked.close(CLOSE_UNANSWERED, "两次催告未复", late);
        assertThat(closed.answer().answeredAt())
                .as("it stays without an answer")
                .isNull();
    }

    @Test
    void hearsTheHeadOrADeputyOfTheInspectedUnitOnly() {
        var asked = file(RECORD_SUBMITTED, true).inspection();
        var other = command(officer(UUID.randomUUID(), UNIT_HEAD), 2);
        refused(() -> asked.answered(CONFIRM_RECORD, null, other), RefusalCode.E_GEN_SCOPE, "inspected unit");
        var liaison = command(officer(URBAN, UNIT_LIAISON), 2);
        refused(() -> asked.answered(CONFIRM_RECORD, null, liaison), RefusalCode.E_GEN_SCOPE, "hands of your posts");
        refused(() -> asked.answered(DISAGREE, "", head(2)), RefusalCode.E_GEN_VALIDATION, "why");
        var deputy = command(officer(URBAN, UNIT_DEPUTY), 2);
        assertThat(asked.answered(DISAGREE, "不属实", deputy).answer().answerWords())
                .isEqualTo("不属实");
    }

    @Test
    void asksTheDutyOfficerAgainWhenAnotherHazardIsFound() {
        var noted =
                file(ON_SITE, false).inspection().acknowledgeHazard("已通知", command(officer(OFFICE, DUTY_OFFICER), 0));
        assertThat(noted.danger().hazardNotedAt()).isNotNull();
        var another = work(null).findings().get(1);
        var again = noted.withFindings(List.of(InspectionFinding.of(another, noted.id(), NOW)), inspector(0));
        assertThat(again.danger()).isEqualTo(new Danger(true, null, null, null));
    }

    /** A whole message: two findings, the second a hazard, and their record. */
    private FieldWork work(UUID second) {
        var ok = new FieldWork.Found(UUID.randomUUID(), 1, "路面平整", InspectionFinding.Result.OK, null, DEVICE, Set.of());
        var hazard = new FieldWork.Found(
                UUID.randomUUID(), 2, "警示设施", InspectionFinding.Result.HAZARD, "缺失", DEVICE, Set.of());
        var record = new FieldWork.VisitRecord(
                UUID.randomUUID(), DEVICE, Set.of(ok.id(), hazard.id()), Set.of(), "属实", 2, second);
        return new FieldWork(start(id), List.of(ok, hazard), List.of(), record);
    }

    private Progress sent(FieldWork work, InspectionFile known, Brief.Kind kind, Command command) {
        return Progress.of(work, known, List.of(), ground(kind), answerBy(id), command);
    }

    private static void refused(ThrowingCallable step, RefusalCode code, String words) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).contains(words);
        });
    }
}
