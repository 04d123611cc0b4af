package io.duban.documents.incoming;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit hands in, signed by its head.
 *
 * @param coOpinion what the co units said, in the host's words
 * @param resultFileId the formal text as a file of the paper
 */
record UnitResult(
        @Nullable Kind resultKind,
        @Nullable String resultText,
        @Nullable String coOpinion,
        @Nullable UUID resultFileId,
        @Nullable UUID resultSignedBy,
        @Nullable Instant resultAt) {

    static final UnitResult NONE = new UnitResult(null, null, null, null, null, null);

    /** 办结, 部分, 不能办, 阶段. */
    enum Kind {
        DONE,
        PARTLY,
        CANNOT,
        STAGE
    }

    /** As it comes in. */
    record HandIn(
            UUID documentId,
            UUID assignmentId,
            Kind kind,
            @Nullable String text,
            @Nullable String coOpinion,
            @Nullable UUID fileId) {

        /** @throws Refusal {@code E_DOC_INFORMAL_FEEDBACK} without a formal text, whoever signs */
        UnitResult signedBy(UUID head, PaperFile file, Instant now) {
            if (text == null || text.isBlank()) {
                throw informal();
            }
            if (fileId != null && !file.hasFile(fileId)) {
                throw Refusal.invalid("/fileId", "请先上传正式文稿。", "Upload the formal text first.");
            }
            return new UnitResult(kind, text, coOpinion, fileId, head, now);
        }

        boolean isStage() {
            return kind == Kind.STAGE;
        }
    }

    static Refusal informal() {
        return Refusal.of(
                RefusalCode.E_DOC_INFORMAL_FEEDBACK,
                "办理结果须以正式文稿反馈,并由单位主要负责人签署。",
                "A result is a formal text signed by the head of the unit.");
    }
}
