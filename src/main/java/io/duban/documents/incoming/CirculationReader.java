package io.duban.documents.incoming;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One name on the circulation list (传阅): it stays there, read, instructed on, or skipped with a reason.
 *
 * @param sequential his turn comes when those before him are done
 * @param sentAt since when it is his turn; null before
 */
@Table("incoming_reader")
record CirculationReader(
        @Id UUID id,
        long version,
        UUID documentId,
        int seat,
        UUID readerId,
        boolean sequential,
        ReaderState state,
        @Nullable Instant sentAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable String opinion,
        @Nullable String skipReason,
        @Nullable UUID doneBy,
        @Nullable Instant doneAt)
        implements Versioned {

    static CirculationReader listed(UUID documentId, int seat, UUID reader, boolean sequential) {
        return new CirculationReader(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                documentId,
                seat,
                reader,
                sequential,
                ReaderState.PENDING,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** It is his turn; on a row of this very command the version stays, since nobody has seen it before. */
    CirculationReader sent(@Nullable Deadline due, Instant now, boolean fresh) {
        return new CirculationReader(
                id,
                fresh ? version : version + 1,
                documentId,
                seat,
                readerId,
                sequential,
                state,
                now,
                due == null ? null : due.currentDueAt(),
                due == null ? null : due.warnAt(),
                opinion,
                skipReason,
                doneBy,
                doneAt);
    }

    CirculationReader done(ReaderMove move, @Nullable String words, @Nullable String reason, UUID by, Instant now) {
        return new CirculationReader(
                id,
                version + 1,
                documentId,
                seat,
                readerId,
                sequential,
                move.to(),
                sentAt,
                dueAt,
                warnAt,
                words,
                reason,
                by,
                now);
    }

    boolean isPending() {
        return state == ReaderState.PENDING;
    }

    boolean isAtHand() {
        return isPending() && sentAt != null;
    }

    /** The clock of his reading. */
    String step() {
        return Course.READ + ":" + id;
    }

    AlertLight light(Instant now) {
        return AlertLight.of(now, warnAt, dueAt, !isPending());
    }
}
