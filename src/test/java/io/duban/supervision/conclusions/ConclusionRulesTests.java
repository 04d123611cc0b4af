package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.*;
import static io.duban.platform.problem.RefusalCode.*;
import static io.duban.supervision.conclusions.SampleConclusions.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.conclusions.ConclusionEvidence.Kind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ConclusionRulesTests {

    private static final UUID VISIT = UUID.randomUUID();
    private static final UUID SILENT_VISIT = UUID.randomUUID();
    private static final UUID FEEDBACK = UUID.randomUUID();
    private static final Sources SOURCES = new Sources(List.of(
            new Sources.Source(Kind.FIELD_INSPECTION, VISIT, null, true, NOW),
            new Sources.Source(Kind.FIELD_INSPECTION, SILENT_VISIT, null, false, NOW),
            new Sources.Source(Kind.FINAL_FEEDBACK, FEEDBACK, URBAN, true, NOW)));
    private static final Hearing AT_VISIT = new Hearing(Hearing.Kind.FIELD_STATEMENT, VISIT, null, null);

    private final InspectionConclusion conclusion = conclusion(ConclusionStatus.DRAFT);

    @Test
    void writesAFindingAndWhatToPutRightForEachObject() {
        var file = draft(
                        List.of(new ConclusionDraft.Cited(Kind.FINAL_FEEDBACK, FEEDBACK)),
                        found(URBAN, AT_VISIT, new ConclusionDraft.Remedy("重新摊铺", LATER)),
                        found(OTHER_UNIT, null))
                .written(conclusion, SOURCES, NOW);
        assertThat(file.findings()).extracting(ObjectFinding::unitId).containsExactly(URBAN, OTHER_UNIT);
        assertThat(file.findings().get(0).hearing())
                .isEqualTo(new Hearing(Hearing.Kind.FIELD_STATEMENT, VISIT, null, NOW));
        assertThat(file.items())
                .singleElement()
                .satisfies(item -> assertThat(item.findingId())
                        .isEqualTo(file.findings().get(0).id()));
        assertThat(file.evidence())
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.unitId()).isEqualTo(URBAN));
    }

    @Test
    void refusesWhatIsNotOfTheMatterAndPastDates() {
        var both = List.of(found(URBAN, null), found(OTHER_UNIT, null));
        invalid("/findings", new ConclusionDraft("事实", List.of(), both.subList(0, 1)));
        invalid("/findings", new ConclusionDraft("事实", List.of(), List.of(both.get(0), both.get(0))));
        invalid("/findings", new ConclusionDraft("事实", List.of(), List.of(both.get(0), found(OFFICE, null))));
        invalid(
                "/evidence/0/sourceId",
                new ConclusionDraft(
                        "事实", List.of(new ConclusionDraft.Cited(Kind.STORED_FILE, UUID.randomUUID())), both));
        invalid(
                "/evidence/0/sourceId",
                new ConclusionDraft("事实", List.of(new ConclusionDraft.Cited(Kind.STORED_FILE, VISIT)), both));
        invalid("/findings/1/hearing/sourceId", heard(Hearing.Kind.FEEDBACK, FEEDBACK));
        invalid("/findings/1/hearing/sourceId", heard(Hearing.Kind.FIELD_STATEMENT, SILENT_VISIT));
        invalid("/findings/1/hearing/sourceId", heard(Hearing.Kind.FIELD_STATEMENT, null));
        invalid("/findings/1/hearing/statement", hearing(new Hearing(Hearing.Kind.RECORDED_HEARING, null, " ", NOW)));
        invalid(
                "/findings/1/hearing/heardAt",
                hearing(new Hearing(Hearing.Kind.RECORDED_HEARING, null, "无异议", NOW.plusSeconds(1))));
        invalid(
                "/findings/0/rectifications/0/dueAt",
                draft(List.of(), found(URBAN, null, new ConclusionDraft.Remedy("重新摊铺", NOW)), found(OTHER_UNIT, null)));
    }

    @Test
    void namesTheObjectThatIsNotSupported() {
        var heard = heardAs(AT_VISIT);
        assertThat(gap(List.of(), heard)).isEqualTo(Support.NO_EVIDENCE);
        assertThat(gap(List.of(evidence(Kind.FINAL_FEEDBACK, OTHER_UNIT)), heard))
                .isEqualTo(Support.NO_EVIDENCE);
        assertThat(gap(List.of(evidence(Kind.FIELD_INSPECTION, null)), heardAs(Hearing.NONE)))
                .isEqualTo(Support.NOT_HEARD);
        var ownWords = heardAs(new Hearing(Hearing.Kind.FEEDBACK, FEEDBACK, null, NOW));
        assertThat(gap(List.of(evidence(Kind.FINAL_FEEDBACK, URBAN)), ownWords)).isEqualTo(Support.OWN_WORDS_ONLY);
        assertThat(gap(List.of(evidence(Kind.FINAL_FEEDBACK, URBAN), evidence(Kind.STORED_FILE, null)), ownWords))
                .isNull();
        assertThat(gap(List.of(evidence(Kind.FINAL_FEEDBACK, URBAN)), heard)).isNull();
        assertThat(new Support.Gap(URBAN, Support.NOT_HEARD).refusal("市城管局"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(E_SUP_CONCLUSION_UNSUPPORTED))
                .satisfies(refusal -> assertThat(refusal.reason(null)).contains("市城管局"));
    }

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

    private Support gap(List<ConclusionEvidence> evidence, ObjectFinding finding) {
        return Support.firstGap(file(conclusion, evidence, finding))
                .map(Support.Gap::lacks)
                .orElse(null);
    }

    private ObjectFinding heardAs(Hearing hearing) {
        return ObjectFinding.drafted(conclusion, URBAN, "不符合标准", hearing);
    }

    private static ConclusionDraft draft(List<ConclusionDraft.Cited> evidence, ConclusionDraft.Found... found) {
        return new ConclusionDraft("事实", evidence, List.of(found));
    }

    private static ConclusionDraft.Found found(UUID unit, Hearing hearing, ConclusionDraft.Remedy... remedies) {
        return new ConclusionDraft.Found(unit, "不符合标准", hearing, List.of(remedies));
    }

    private static ConclusionDraft heard(Hearing.Kind kind, UUID source) {
        return hearing(new Hearing(kind, source, null, null));
    }

    private static ConclusionDraft hearing(Hearing hearing) {
        return draft(List.of(), found(URBAN, null), found(OTHER_UNIT, hearing));
    }

    private void invalid(String pointer, ConclusionDraft draft) {
        assertThatThrownBy(() -> draft.written(conclusion, SOURCES, NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.pointer()).isEqualTo(pointer));
    }

    private static void refuses(RefusalCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
