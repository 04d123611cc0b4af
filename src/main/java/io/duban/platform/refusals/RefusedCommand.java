package io.duban.platform.refusals;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A command that was refused: who, when, by which channel and a hash; neither content nor title.
 *
 * @param actorId the person who sent it
 * @param onBehalfOf his principal; null when he acted for himself
 * @param unitId the actor's unit
 * @param subjectId the first id in the path; null when it names none
 * @param requestKey the idempotency key; null when none was sent
 * @param fingerprint SHA-256 in hex
 * @param acknowledgedBy who took note of it; null until then
 */
@Table("refused_command")
record RefusedCommand(
        @Id UUID id,
        long version,
        Instant refusedAt,
        RefusalKind kind,
        String code,
        UUID actorId,
        @Nullable UUID onBehalfOf,
        UUID unitId,
        String clientId,
        @Nullable String address,
        String operation,
        @Nullable UUID subjectId,
        @Nullable UUID requestKey,
        String fingerprint,
        @Nullable UUID acknowledgedBy,
        @Nullable Instant acknowledgedAt)
        implements Subject {

    static final String ACKNOWLEDGE = "ACKNOWLEDGE";
    private static final int SHOWN = 12;

    /** Taken note of. */
    RefusedCommand acknowledged(Command command) {
        if (command.seenVersion() != version) {
            throw Refusal.stale(version);
        }
        if (acknowledgedAt != null) {
            throw Refusal.illegalState(ACKNOWLEDGE, state(), List.of());
        }
        return new RefusedCommand(
                id,
                version + 1,
                refusedAt,
                kind,
                code,
                actorId,
                onBehalfOf,
                unitId,
                clientId,
                address,
                operation,
                subjectId,
                requestKey,
                fingerprint,
                command.officer().id(),
                command.now());
    }

    List<String> legalActions() {
        return acknowledgedAt == null ? List.of(ACKNOWLEDGE) : List.of();
    }

    @Override
    public String subjectType() {
        return "platform.refusal";
    }

    /** Who it was is read by whoever may read it, and does not travel. */
    @Override
    public String title() {
        return "%s(%s,%s,%s)".formatted(kind.chinese(), operation, clientId, fingerprint.substring(0, SHOWN));
    }

    @Override
    public String state() {
        return acknowledgedAt == null ? "REFUSED" : "ACKNOWLEDGED";
    }

    @Override
    public Audience audience() {
        return new Audience(kind.permission(), Set.of(unitId), Set.of());
    }

    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }
}
