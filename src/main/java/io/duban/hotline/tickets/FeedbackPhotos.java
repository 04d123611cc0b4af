package io.duban.hotline.tickets;

import io.duban.platform.evidence.EvidenceFlag;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.uploads.Declaration;
import java.util.List;

/** Photos with a feedback: none is ever demanded, and where there is nothing to be seen none is taken (domain 0.7, D14). */
record FeedbackPhotos(Demand.DemandType demandType, Feedback.Result result) {

    private static final List<EvidenceFlag> SUSPECT =
            List.of(EvidenceFlag.DUPLICATE_IMAGE, EvidenceFlag.NEAR_DUPLICATE_IMAGE, EvidenceFlag.TIME_SUSPECT);

    /** Whether the result is a thing that a photo can show. */
    boolean areJustified() {
        return result.isVisible()
                && switch (demandType) {
                    case HELP, COMPLAINT, REPORT_WRONGDOING, SUGGESTION -> true;
                    case CONSULTATION, PRAISE -> false;
                };
    }

    /** @throws Refusal {@code E_GEN_PHOTO_NOT_JUSTIFIED} for a photo of what cannot be seen; papers are always welcome */
    void require(List<Declaration> named) {
        if (!areJustified() && named.stream().anyMatch(file -> file.purpose() != null)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_PHOTO_NOT_JUSTIFIED,
                    "只有能看得见的办理结果才可附照片,解释说明类结果无须拍照。",
                    "Photos are for results that can be seen; an explanation needs none.");
        }
    }

    /** Whether a photo with these flags makes the result a doubtful one: it is said to be resolved, and the picture is not of it. */
    boolean isSuspect(List<EvidenceFlag> flags) {
        return result == Feedback.Result.RESOLVED && flags.stream().anyMatch(SUSPECT::contains);
    }
}
