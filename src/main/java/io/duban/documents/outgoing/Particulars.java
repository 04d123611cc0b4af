package io.duban.documents.outgoing;

import io.duban.documents.DocType;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft says of itself beside its words (domain 2.2 T1).
 *
 * @param subjects what it asks for; a 请示 has one
 * @param touchesOtherPowers whether it touches the powers of other units, so that they must co-sign
 * @param draftedOnBehalf 代拟稿: a department drafts what another body issues
 * @param specialTask of the kind that is held to 4,000 characters instead of 5,000
 * @param authorisation by which the office may order a lower government; null where it needs none
 * @param jointUnitIds the other bodies of a joint issue (联合行文)
 * @param passedOn the day a meeting passed it, which is then the date of the document
 * @param note 附注
 * @param trackingCriteria what must be true at the end, when its implementation is to be followed by supervision
 * @param correctsId the issued paper it corrects (更正)
 */
record Particulars(
        List<String> subjects,
        boolean touchesOtherPowers,
        boolean draftedOnBehalf,
        boolean majorDecision,
        boolean specialTask,
        @Nullable String lengthReason,
        @Nullable String urgencyReason,
        @Nullable String authorisation,
        @Nullable UUID planEntryId,
        Set<UUID> jointUnitIds,
        @Nullable UUID meetingDecisionId,
        @Nullable LocalDate passedOn,
        @Nullable String note,
        List<String> trackingCriteria,
        @Nullable UUID correctsId)
        implements DocumentPart {

    static final Particulars NONE = new Particulars(
            List.of(), false, false, false, false, null, null, null, null, Set.of(), null, null, null, List.of(), null);

    private static final int LONGEST = 5_000;
    private static final int LONGEST_SPECIAL = 4_000;

    /** Refuses what contradicts the paper or itself. */
    Particulars checked(Paper paper, UUID draftingUnit) {
        if (paper.docType() == DocType.REQUEST && subjects.size() > 1) {
            throw Refusal.of(
                    RefusalCode.E_DOC_MULTI_SUBJECT,
                    "请示须一文一事,请分别行文。",
                    "A request has one subject; write one paper for each.");
        }
        if (jointUnitIds.contains(draftingUnit)) {
            throw Refusal.invalid("/jointUnitIds", "拟稿单位不能作为联合行文的其他机关。", "The drafting unit is no other body.");
        }
        if (!jointUnitIds.isEmpty() && correctsId != null) {
            throw Refusal.invalid("/jointUnitIds", "更正由原主办机关单独发文。", "A correction is issued by the host alone.");
        }
        if ((passedOn == null) != (meetingDecisionId == null)) {
            throw Refusal.invalid(
                    "/passedOn", "会议通过的文件须同时写明会议决定和通过日期。", "A meeting's decision and its day come together.");
        }
        return this;
    }

    Particulars onBehalf() {
        return new Particulars(
                subjects,
                touchesOtherPowers,
                true,
                majorDecision,
                specialTask,
                lengthReason,
                urgencyReason,
                authorisation,
                planEntryId,
                jointUnitIds,
                meetingDecisionId,
                passedOn,
                note,
                trackingCriteria,
                correctsId);
    }

    /** Whether the text is longer than the rules wish, and nobody said why. */
    boolean isTooLong(String text) {
        var reasoned = lengthReason != null && !lengthReason.isBlank();
        return !reasoned
                && text.codePoints().filter(c -> !Character.isWhitespace(c)).count()
                        > (specialTask ? LONGEST_SPECIAL : LONGEST);
    }

    boolean isJoint() {
        return !jointUnitIds.isEmpty();
    }

    /** Whether supervision is to follow its implementation. */
    boolean isTracked() {
        return !trackingCriteria.isEmpty();
    }
}
