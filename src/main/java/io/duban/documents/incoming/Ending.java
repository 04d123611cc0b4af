package io.duban.documents.incoming;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it was answered and how it ended.
 *
 * @param endReason of a refusal to take it, a return or a voiding
 * @param defects of a return to its sender, item by item
 * @param letterFileId the sender's letter of withdrawal
 * @param sheetFileId the handling sheet (文件处理单) as a file
 */
record Ending(
        @Nullable AnswerKind answerKind,
        @Nullable String answerText,
        @Nullable String answerNumber,
        List<UUID> answerCopies,
        @Nullable UUID answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String noAnswerReason,
        @Nullable RejectReason rejectReason,
        @Nullable String endReason,
        List<SenderDefect> defects,
        @Nullable UUID replacedBy,
        @Nullable UUID letterFileId,
        @Nullable UUID completedBy,
        @Nullable Instant completedAt,
        @Nullable Retention retention,
        @Nullable String archiveCategory,
        @Nullable UUID sheetFileId,
        @Nullable UUID archivedBy,
        @Nullable Instant archivedAt)
        implements Page {

    static final Ending NONE = new Ending(
            null, null, null, List.of(), null, null, null, null, null, List.of(), null, null, null, null, null, null,
            null, null, null);

    /** 批复, 函, 报告, 阅, 电话记录. */
    enum AnswerKind {
        REPLY,
        LETTER,
        REPORT,
        READ_NOTE,
        PHONE_RECORD;

        /** What may answer a 请示. */
        boolean repliesToRequest() {
            return this != REPORT && this != READ_NOTE;
        }
    }

    /** Why a paper is not taken in at all. */
    enum RejectReason {
        WRONG_ADDRESSEE,
        INCOMPLETE,
        DUPLICATE,
        CLASSIFIED
    }

    /** What is wrong with a paper that goes back. */
    enum SenderDefect {
        MULTI_ADDRESSEE,
        BYPASS_LEVEL,
        MULTI_SUBJECT,
        REQUEST_IN_REPORT,
        NOT_CONSULTED,
        NO_SIGNER,
        TO_PERSON,
        FORMAT,
        NOT_COMPETENT
    }

    /** 保管期限. */
    enum Retention {
        PERMANENT,
        YEARS_30,
        YEARS_10
    }

    static Ending rejected(RejectReason why, @Nullable String words) {
        return NONE.ended(why, words, List.of(), null, null);
    }

    static Ending returned(List<SenderDefect> defects, String words) {
        return NONE.ended(null, words, defects.stream().distinct().toList(), null, null);
    }

    static Ending voided(String words, @Nullable UUID replacedBy, @Nullable UUID letter) {
        return NONE.ended(null, words, List.of(), replacedBy, letter);
    }

    private Ending ended(
            @Nullable RejectReason why,
            @Nullable String words,
            List<SenderDefect> found,
            @Nullable UUID instead,
            @Nullable UUID letter) {
        return new Ending(
                null, null, null, List.of(), null, null, null, why, words, found, instead, letter, null, null, null,
                null, null, null, null);
    }

    Ending answered(AnswerKind kind, String text, @Nullable String number, List<UUID> copies, UUID by, Instant now) {
        return new Ending(
                kind, text, number, copies, by, now, null, null, null, List.of(), null, null, null, null, null, null,
                null, null, null);
    }

    Ending completed(@Nullable String withoutAnswer, UUID by, Instant now) {
        return new Ending(
                answerKind,
                answerText,
                answerNumber,
                answerCopies,
                answeredBy,
                answeredAt,
                withoutAnswer,
                null,
                null,
                List.of(),
                null,
                null,
                by,
                now,
                null,
                null,
                null,
                null,
                null);
    }

    Ending archived(Retention period, String category, UUID sheet, UUID by, Instant now) {
        return new Ending(
                answerKind,
                answerText,
                answerNumber,
                answerCopies,
                answeredBy,
                answeredAt,
                noAnswerReason,
                null,
                null,
                List.of(),
                null,
                null,
                completedBy,
                completedAt,
                period,
                category,
                sheet,
                by,
                now);
    }
}
