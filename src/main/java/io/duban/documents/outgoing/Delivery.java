package io.duban.documents.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** One unit's copy of an issued document, and its receipt (签收). */
@Table("document_delivery")
record Delivery(
        @Id UUID id,
        long version,
        UUID documentId,
        UUID unitId,
        Instant sentAt,
        Instant dueAt,
        Instant warnAt,
        @Nullable Instant signedAt,
        @Nullable UUID signedBy,
        @Nullable Instant endNotedAt,
        @Nullable UUID endNotedBy)
        implements Versioned {

    private static final String STEP = "SIGN_FOR:";

    static Delivery sent(UUID documentId, UUID unitId, Deadline due, Instant now) {
        return new Delivery(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                documentId,
                unitId,
                now,
                due.currentDueAt(),
                due.warnAt(),
                null,
                null,
                null,
                null);
    }

    /** The clock of this unit's receipt. */
    static String step(UUID unitId) {
        return STEP + unitId;
    }

    /** Whose clock it is. */
    static UUID unitOf(Deadline clock) {
        return UUID.fromString(clock.step().substring(STEP.length()));
    }

    boolean isOpen() {
        return signedAt == null;
    }

    Delivery signedFor(UUID person, Instant now) {
        return new Delivery(id, version + 1, documentId, unitId, sentAt, dueAt, warnAt, now, person, null, null);
    }

    Delivery endNoted(UUID person, Instant now) {
        return new Delivery(
                id, version + 1, documentId, unitId, sentAt, dueAt, warnAt, signedAt, signedBy, now, person);
    }

    AlertLight light(Instant now) {
        return AlertLight.of(now, warnAt, dueAt, !isOpen());
    }
}
