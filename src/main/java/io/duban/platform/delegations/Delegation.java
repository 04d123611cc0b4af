package io.duban.platform.delegations;

import static io.duban.platform.delegations.DelegationStatus.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Somebody may act for a principal, within limits and until a day (domain 0.2).
 *
 * @param documentKinds empty for all
 * @param unitIds empty for all of the principal's
 * @param evidence of the principal's absence; null when he gave it himself
 * @param endedById null when its time was over, or while it stands
 */
@Table("delegation")
record Delegation(
        @Id UUID id,
        long version,
        UUID principalId,
        UUID delegateId,
        Instant validFrom,
        Instant validTo,
        boolean presiding,
        Set<String> documentKinds,
        Set<UUID> unitIds,
        String reason,
        @Nullable String evidence,
        UUID createdById,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable UUID endedById,
        @Nullable String endReason)
        implements Subject {

    /** Given as ordered, after {@link DelegationRules} let it pass. */
    static Delegation given(UUID id, DelegationOrder order, Command command) {
        return new Delegation(
                id,
                1,
                order.principalId(),
                order.delegateId(),
                order.validFrom(),
                order.validTo(),
                order.presiding(),
                order.documentKinds(),
                order.unitIds(),
                order.reason(),
                order.evidence(),
                command.officer().id(),
                command.now(),
                null,
                null,
                null);
    }

    /** Ended before its time. */
    Delegation end(String why, Command command) {
        DelegationMove.END.check(status(), version, command);
        if (!isInHandsOf(command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "委托只能由委托人本人或办公室主任提前结束。",
                    "A delegation is ended early by its principal or by the office director.");
        }
        return ended(command.now(), command.officer().id(), why);
    }

    /** Ended by its time; nothing could be done by it since. */
    Delegation expire() {
        return ended(validTo, null, null);
    }

    private Delegation ended(Instant at, @Nullable UUID by, @Nullable String why) {
        return new Delegation(
                id,
                version + 1,
                principalId,
                delegateId,
                validFrom,
                validTo,
                presiding,
                documentKinds,
                unitIds,
                reason,
                evidence,
                createdById,
                createdAt,
                at,
                by,
                why);
    }

    DelegationStatus status() {
        return endedAt == null ? GIVEN : ENDED;
    }

    boolean isInForce(Instant now) {
        return endedAt == null && !now.isBefore(validFrom) && now.isBefore(validTo);
    }

    /** Whether the two are, at one time, for one scope or of the same two people. */
    boolean overlaps(DelegationOrder other) {
        return status() == GIVEN
                && principalId.equals(other.principalId())
                && validFrom.isBefore(other.validTo())
                && other.validFrom().isBefore(validTo)
                && (delegateId.equals(other.delegateId())
                        || (share(documentKinds, other.documentKinds()) && share(unitIds, other.unitIds())));
    }

    /** Two limits have something in common; none at all is no limit. */
    private static boolean share(Set<?> some, Set<?> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }

    Set<UUID> both() {
        return Set.of(principalId, delegateId);
    }

    private boolean isInHandsOf(Officer officer) {
        return officer.id().equals(principalId) || officer.has(Role.OFFICE_DIRECTOR);
    }

    List<String> legalActions(Officer officer) {
        return status() == GIVEN && isInHandsOf(officer) ? List.of(DelegationMove.END.name()) : List.of();
    }

    @Override
    public String subjectType() {
        return "delegation";
    }

    @Override
    public String title() {
        return presiding ? "委托主持工作" : "委托代办代签";
    }

    @Override
    public String state() {
        return status().name();
    }

    @Override
    public Audience audience() {
        return new Audience("delegation:read", Set.of(), both());
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
