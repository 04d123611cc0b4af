package io.duban.supervision.plans;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Role;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** The plan of one year, or a further one of that year; what it holds is in its {@link PlanEntry entries}. */
@Table("inspection_plan")
record InspectionPlan(
        @Id UUID id,
        long version,
        int year,
        String title,
        PlanStatus status,
        UUID draftedById,
        @Nullable UUID approvedById,
        @Nullable Instant approvedAt,
        Instant createdAt,
        Instant changedAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Versioned {

    /** @throws Refusal {@code E_GEN_VALIDATION} for a day of another year: how far a plan was kept is counted by its year */
    void requireWithin(LocalDate day, String pointer) {
        if (day.getYear() != year) {
            throw Refusal.invalid(
                    pointer,
                    "安排时间须在计划年度%d年内,跨年的列入下一年度计划。".formatted(year),
                    "The day lies in the plan's year %d; what is for another year belongs into that year's plan."
                            .formatted(year));
        }
    }

    static InspectionPlan drafted(int year, String title, Command command) {
        if (!PlanMove.AMEND_PLAN.isInHandsOf(command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "年度督查计划由督查室主任起草。", "The chief of supervision drafts the year's plan.");
        }
        var drafter = command.officer().id();
        return new InspectionPlan(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                year,
                title,
                PlanStatus.DRAFT,
                drafter,
                null,
                null,
                command.now(),
                command.now(),
                Set.of(),
                Set.of(drafter));
    }

    /** Takes a step; who decides is never who drafted it, and an approval of the plan itself is dated. */
    InspectionPlan take(PlanMove move, String newTitle, Command command) {
        move.check(status, version, command);
        command.requireCovers(unitIds, true);
        var decides = !move.hands().contains(Role.SUPERVISION_CHIEF);
        if (decides && command.persons().contains(draftedById)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL, "不能审批自己起草的计划。", "Nobody approves a plan he drafted himself.");
        }
        var approved = move == PlanMove.APPROVE_PLAN;
        var people = new HashSet<>(participantIds);
        people.add(command.officer().id());
        return new InspectionPlan(
                id,
                version + 1,
                year,
                newTitle,
                move.to(),
                draftedById,
                approved ? command.officer().id() : approvedById,
                approved ? command.now() : approvedAt,
                createdAt,
                command.now(),
                unitIds,
                people);
    }
}
