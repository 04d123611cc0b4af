package io.duban.supervision.conclusions;

import static io.duban.platform.problem.RefusalCode.*;
import static io.duban.supervision.conclusions.SampleConclusions.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.supervision.conclusions.ConclusionEvidence.Kind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConclusionDraftTests {

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
}
