package io.duban.supervision.conclusions;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Optional;
import java.util.UUID;

/** Whether a conclusion is supported (事实清楚、证据充分、客观公正, art. 16): each object has evidence and was heard. */
enum Support {
    NO_EVIDENCE("没有证据", "no evidence speaks of it"),
    NOT_HEARD("没有听取其意见", "it was not heard"),
    /** A conclusion rests on something found outside of what a unit wrote into the app (domain D1). */
    OWN_WORDS_ONLY("只有其本单位的反馈,没有现场核查、听取意见记录或者其他材料", "there is nothing but its own feedback");

    private final String chinese;
    private final String english;

    Support(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** What an object's finding lacks. */
    record Gap(UUID unitId, Support lacks) {

        /** {@code E_SUP_CONCLUSION_UNSUPPORTED}, naming the object. */
        Refusal refusal(String unit) {
            return Refusal.of(
                    RefusalCode.E_SUP_CONCLUSION_UNSUPPORTED,
                    "对“%s”的督查结论%s,请补充后再送审。".formatted(unit, lacks.chinese),
                    "The conclusion on %s is not supported: %s.".formatted(unit, lacks.english));
        }
    }

    /** The first object whose finding is not supported; empty when all are. */
    static Optional<Gap> firstGap(ConclusionFile file) {
        return file.findings().stream()
                .flatMap(finding -> lack(finding, file).map(lack -> new Gap(finding.unitId(), lack)).stream())
                .findFirst();
    }

    private static Optional<Support> lack(ObjectFinding finding, ConclusionFile file) {
        var about = file.evidence().stream()
                .filter(evidence -> evidence.isAbout(finding.unitId()))
                .toList();
        if (about.isEmpty()) {
            return Optional.of(NO_EVIDENCE);
        }
        if (finding.hearing().isNone()) {
            return Optional.of(NOT_HEARD);
        }
        var independent = finding.hearing().hearingKind() != Hearing.Kind.FEEDBACK
                || about.stream().anyMatch(ConclusionEvidence::isIndependent);
        return independent ? Optional.empty() : Optional.of(OWN_WORDS_ONLY);
    }
}
