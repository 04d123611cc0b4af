package io.duban.supervision.liaisons;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A unit's naming of its liaison officer for supervision (督查联络员) and his deputy. It says whom the office calls; what he may do in the app
 * comes from his posts.
 *
 * @param deputyId null where the unit named none
 * @param validTo the last day; null without one
 * @param endReason null when another naming took its place, or while it stands
 */
@Table("supervision_liaison")
record SupervisionLiaison(
        @Id UUID id,
        long version,
        LiaisonStatus status,
        UUID unitId,
        UUID liaisonId,
        @Nullable UUID deputyId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        UUID namedById,
        Instant namedAt,
        @Nullable UUID endedById,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Subject {

    /** Who is to be it, from when to when. */
    record Naming(
            UUID unitId,
            UUID liaisonId,
            @Nullable UUID deputyId,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        List<UUID> persons() {
            return deputyId == null ? List.of(liaisonId) : List.of(liaisonId, deputyId);
        }

        void check() {
            if (liaisonId.equals(deputyId)) {
                throw Refusal.invalid("/deputyId", "联络员和副联络员不能是同一人。", "The deputy is another person.");
            }
            if (validTo != null && validTo.isBefore(validFrom)) {
                throw Refusal.invalid("/validTo", "截止日期不能早于开始日期。", "It cannot end before it begins.");
            }
        }
    }

    /** By the head of that very unit. */
    static SupervisionLiaison named(Naming naming, Command command) {
        requireHead(naming.unitId(), command.officer());
        naming.check();
        return new SupervisionLiaison(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                LiaisonStatus.NAMED,
                naming.unitId(),
                naming.liaisonId(),
                naming.deputyId(),
                naming.validFrom(),
                naming.validTo(),
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                Set.of(naming.unitId()),
                Set.of());
    }

    /** Another naming takes its place. */
    SupervisionLiaison replaced(Command command) {
        return over(LiaisonMove.REPLACE, null, command);
    }

    SupervisionLiaison end(String why, Command command) {
        LiaisonMove.END.check(status, version, command);
        requireHead(unitId, command.officer());
        return over(LiaisonMove.END, why, command);
    }

    List<String> legalActions(Officer officer) {
        return status == LiaisonStatus.NAMED && officer.hasAt(unitId, Role.UNIT_HEAD)
                ? List.of(LiaisonMove.END.name())
                : List.of();
    }

    private static void requireHead(UUID unitId, Officer officer) {
        if (!officer.hasAt(unitId, Role.UNIT_HEAD)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "督查联络员由本单位主要负责人指定。",
                    "The liaison officer is named by the head of the unit.");
        }
    }

    private SupervisionLiaison over(LiaisonMove move, @Nullable String why, Command command) {
        if (!move.from().contains(status)) {
            throw Refusal.illegalState(move.name(), status.name(), List.of());
        }
        return new SupervisionLiaison(
                id,
                version + 1,
                move.to(),
                unitId,
                liaisonId,
                deputyId,
                validFrom,
                validTo,
                namedById,
                namedAt,
                command.officer().id(),
                command.now(),
                why,
                unitIds,
                participantIds);
    }

    @Override
    public String subjectType() {
        return "supervision.liaison";
    }

    @Override
    public String title() {
        return "督查联络员";
    }

    @Override
    public String state() {
        return status.name();
    }

    @Override
    public Audience audience() {
        return new Audience("supervision:read", unitIds, participantIds);
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
