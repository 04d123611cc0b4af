package io.duban.documents.outgoing;

import io.duban.platform.calendar.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How far it has come, and the clock of the present step.
 *
 * @param signedAt the last signature; its day is the date of the document (成文日期)
 */
record Progress(
        Instant changedAt,
        @Nullable Instant signedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable String withdrawnReason)
        implements DocumentPart {

    /** The clock of the office's review. */
    static final String REVIEW = "REVIEW";

    /** The clock of the signers. */
    static final String SIGNATURE = "SIGNATURE";

    static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    static Progress begun(Instant now) {
        return new Progress(now, null, null, null, null);
    }

    /** Another step of the same work: the clock goes on as it did. */
    Progress at(Instant now) {
        return new Progress(now, signedAt, dueAt, warnAt, withdrawnReason);
    }

    Progress running(Deadline due, Instant now) {
        return new Progress(now, signedAt, due.currentDueAt(), due.warnAt(), withdrawnReason);
    }

    Progress stopped(Instant now) {
        return new Progress(now, signedAt, null, null, withdrawnReason);
    }

    Progress signed(Instant now) {
        return new Progress(now, now, null, null, null);
    }

    /** The signature given before does not cover what is on the paper now. */
    Progress unsigned() {
        return new Progress(changedAt, null, dueAt, warnAt, withdrawnReason);
    }

    Progress withdrawn(String reason, Instant now) {
        return new Progress(now, null, null, null, reason);
    }

    /** 成文日期: the day of the last signature; null before it. */
    @Nullable
    LocalDate documentDate() {
        return signedAt == null ? null : LocalDate.ofInstant(signedAt, OFFICE);
    }
}
