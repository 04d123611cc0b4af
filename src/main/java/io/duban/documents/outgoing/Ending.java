package io.duban.documents.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it ends: never issued (不予发文), kept in the archives (归档), or no longer in force; and which papers corrected it, since a file is never
 * replaced.
 *
 * @param endsOn from which day it is void; a revoked paper is void from the start, whatever the day
 * @param correctedBy issued corrections
 */
record Ending(
        @Nullable NotIssued notIssuedReason,
        @Nullable String notIssuedNote,
        @Nullable UUID archivedBy,
        @Nullable Instant archivedAt,
        @Nullable RetentionPeriod retentionPeriod,
        @Nullable String endBasis,
        @Nullable EndedBy endDecidedBy,
        @Nullable LocalDate endsOn,
        @Nullable UUID endedBy,
        @Nullable Instant endedAt,
        @Nullable UUID replacedById,
        Set<UUID> correctedBy)
        implements DocumentPart {

    static final Ending NONE = new Ending(null, null, null, null, null, null, null, null, null, null, null, Set.of());

    /**
     * @param basis the law or decision it rests on
     * @param replacedById the paper that takes its place; always there when it is superseded
     */
    record End(
            String basis,
            EndedBy decidedBy,
            LocalDate endsOn,
            @Nullable UUID replacedById) {}

    static Ending notIssued(NotIssued reason, String note) {
        return new Ending(reason, note, null, null, null, null, null, null, null, null, null, Set.of());
    }

    Ending archived(RetentionPeriod retention, UUID by, Instant now) {
        return new Ending(
                notIssuedReason,
                notIssuedNote,
                by,
                now,
                retention,
                endBasis,
                endDecidedBy,
                endsOn,
                endedBy,
                endedAt,
                replacedById,
                correctedBy);
    }

    Ending ended(End end, UUID by, Instant now) {
        return new Ending(
                notIssuedReason,
                notIssuedNote,
                archivedBy,
                archivedAt,
                retentionPeriod,
                end.basis(),
                end.decidedBy(),
                end.endsOn(),
                by,
                now,
                end.replacedById(),
                correctedBy);
    }

    Ending corrected(UUID correction) {
        var all = new HashSet<>(correctedBy);
        all.add(correction);
        return new Ending(
                notIssuedReason,
                notIssuedNote,
                archivedBy,
                archivedAt,
                retentionPeriod,
                endBasis,
                endDecidedBy,
                endsOn,
                endedBy,
                endedAt,
                replacedById,
                all);
    }

    /** Why it was not issued: 可发可不发, 重复, 内容空泛, 越权; VOIDED after it had a number (空号). */
    enum NotIssued {
        DISPENSABLE,
        DUPLICATE,
        EMPTY,
        BEYOND_AUTHORITY,
        VOIDED
    }

    /** 发文机关, 上级机关, 权力机关. */
    enum EndedBy {
        ISSUER,
        SUPERIOR,
        PEOPLES_CONGRESS
    }

    /** 永久, 30年, 10年. */
    enum RetentionPeriod {
        PERMANENT,
        YEARS_30,
        YEARS_10
    }
}
