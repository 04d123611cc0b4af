package io.duban.supervision.authority;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A department's leave to supervise: certain matters, within a scope, with duties, for a period (条例 art. 7). */
@Table("supervision_designation")
record Designation(
        @Id UUID id,
        long version,
        @Embedded.Empty Terms terms,
        DesignationMove.Status status,
        UUID designatedById,
        Instant designatedAt,
        @Nullable UUID revokedById,
        @Nullable Instant revokedAt,
        @Nullable String revokeReason)
        implements Subject {

    /**
     * What is designated.
     *
     * @param kinds the kinds of supervision, by their names
     * @param subject the matters (事项), without personal data
     * @param duties what it has to do (职责)
     * @param objectUnitIds whom it may supervise (范围)
     * @param validFrom the first day
     * @param validTo the last day
     */
    record Terms(
            UUID unitId,
            List<String> kinds,
            String subject,
            String duties,
            Set<UUID> objectUnitIds,
            LocalDate validFrom,
            LocalDate validTo) {}

    static Designation of(Terms terms, Command command) {
        if (!DesignationMove.DESIGNATE.isInHandsOf(command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "只有主要领导可以指定部门开展督查。", "Only the chief leader designates a department.");
        }
        if (terms.validTo().isBefore(terms.validFrom())) {
            throw Refusal.invalid("/validTo", "指定期限的止日不能早于起日。", "The period ends before it begins.");
        }
        if (terms.objectUnitIds().contains(terms.unitId())) {
            throw Refusal.invalid("/objectUnitIds", "被指定的部门不能督查自己。", "A department does not supervise itself.");
        }
        return new Designation(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                terms,
                DesignationMove.DESIGNATE.to(),
                command.officer().id(),
                command.now(),
                null,
                null,
                null);
    }

    Designation revoke(String reason, Command command) {
        DesignationMove.REVOKE.check(status, version, command);
        return new Designation(
                id,
                version + 1,
                terms,
                DesignationMove.REVOKE.to(),
                designatedById,
                designatedAt,
                command.officer().id(),
                command.now(),
                reason);
    }

    @Override
    public String subjectType() {
        return "supervision.designation";
    }

    @Override
    public String title() {
        return terms.subject();
    }

    @Override
    public String state() {
        return status.name();
    }

    @Override
    public Audience audience() {
        return new Audience("supervision:read", Set.of(terms.unitId()), Set.of(designatedById));
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
