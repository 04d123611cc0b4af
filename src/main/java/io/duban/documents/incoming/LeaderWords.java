package io.duban.documents.incoming;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a leader writes, draws or says on a paper.
 *
 * @param words typed, or the transcript of handwriting or voice; null for a circle
 * @param fileId of the paper's file that shows the handwriting or carries the voice
 * @param dueAt the date he sets
 * @param furtherReaderIds who is to read it as well
 */
record LeaderWords(
        Verdict verdict,
        Form form,
        @Nullable String words,
        @Nullable UUID fileId,
        @Nullable Instant dueAt,
        List<UUID> furtherReaderIds) {

    /** 文字, 手写, 语音, 圈阅. */
    enum Form {
        TEXT,
        HANDWRITING,
        VOICE,
        CIRCLE;

        boolean isEvidence() {
            return this == HANDWRITING || this == VOICE;
        }
    }

    /** A circle on a paper that asks for nothing means that he read it; words say the rest (domain 0.4). */
    LeaderWords checked(PaperFile file, Instant now) {
        if (form != Form.CIRCLE && isWordless()) {
            throw Refusal.invalid(
                    "/words", "请写明批示内容;手写、语音须附文字转写。", "Write the words; handwriting and voice need a transcript.");
        }
        if (form == Form.CIRCLE && (verdict.asksForAction() || verdict == Verdict.DISAGREE)) {
            throw Refusal.invalid("/form", "圈阅只表示同意或已阅。", "A circle means consent, or that it was read.");
        }
        if (form.isEvidence() && (fileId == null || !file.hasFile(fileId))) {
            throw Refusal.invalid(
                    "/fileId",
                    "请先把手写件或录音作为本件的附件上传。",
                    "Upload the handwriting or the recording as a file of this paper first.");
        }
        if (dueAt != null && !dueAt.isAfter(now)) {
            throw Refusal.invalid("/dueAt", "时限须晚于现在。", "The date must lie ahead.");
        }
        return this;
    }

    /** The main approver of a 请示 says in words what he decides. */
    void requireExplicitOn(Content content, boolean mainApprover) {
        if (mainApprover && content.owesReply() && (form == Form.CIRCLE || verdict == Verdict.READ || isWordless())) {
            throw Refusal.of(
                    RefusalCode.E_DOC_EXPLICIT_OPINION_REQUIRED,
                    "请示须签署明确意见,不能只圈阅或只批“阅”。",
                    "A request needs the main approver's opinion in words.");
        }
    }

    /** As they are kept for ever. */
    String exactWords() {
        return isWordless() ? "(圈阅)" : String.valueOf(words);
    }

    boolean isWordless() {
        return words == null || words.isBlank();
    }
}
