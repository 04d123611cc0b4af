package io.duban.documents.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One legality review (合法性审核) of one text.
 *
 * @param textHash the text the opinion is about
 * @param lapsedAt when the paper was taken back before an opinion was given
 */
@Table("outgoing_legal_review")
record LegalReview(
        @Id UUID id,
        long version,
        UUID documentId,
        Kind kind,
        String materials,
        String textHash,
        UUID requestedBy,
        Instant requestedAt,
        Instant dueAt,
        @Nullable Conclusion conclusion,
        @Nullable String opinion,
        @Nullable UUID givenBy,
        @Nullable Instant givenAt,
        @Nullable Instant lapsedAt)
        implements Versioned {

    /** The clock of the legal reviewer. */
    static final String STEP = "LEGAL_REVIEW";

    static LegalReview requested(
            OutgoingDocument document, Kind kind, String materials, Deadline due, Command command) {
        return new LegalReview(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                document.id(),
                kind,
                materials,
                document.paper().hash(),
                command.officer().id(),
                command.now(),
                due.currentDueAt(),
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether it is about this very text and about all its files: whoever was asked before the last file came has not seen it. */
    boolean isAbout(String hash, Instant lastFileAt) {
        return textHash.equals(hash) && !requestedAt.isBefore(lastFileAt);
    }

    boolean isOpen() {
        return conclusion == null && lapsedAt == null;
    }

    LegalReview given(Conclusion said, String words, UUID by, Instant now) {
        return new LegalReview(
                id,
                version + 1,
                documentId,
                kind,
                materials,
                textHash,
                requestedBy,
                requestedAt,
                dueAt,
                said,
                words,
                by,
                now,
                null);
    }

    LegalReview lapsed(Instant now) {
        return isOpen()
                ? new LegalReview(
                        id,
                        version + 1,
                        documentId,
                        kind,
                        materials,
                        textHash,
                        requestedBy,
                        requestedAt,
                        dueAt,
                        null,
                        null,
                        null,
                        null,
                        now)
                : this;
    }

    /** 行政规范性文件, 重大行政决策. */
    enum Kind {
        NORMATIVE("LEGAL_NORMATIVE"),
        MAJOR("LEGAL_MAJOR");

        private final String rule;

        Kind(String rule) {
            this.rule = rule;
        }

        /** The deadline rule of the opinion. */
        String rule() {
            return rule;
        }
    }

    /** 合法, 修改后合法, 不合法. */
    enum Conclusion {
        LEGAL,
        LEGAL_IF_CHANGED,
        ILLEGAL
    }
}
