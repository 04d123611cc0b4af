package io.duban.supervision.matters;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A notice to be issued, and to whom. */
record NoticeOrder(
        SupervisionNotice.Kind kind, String requirement, List<Part> assignments, Set<UUID> fieldSupervisorIds) {

    /**
     * One unit's part.
     *
     * @param dueAt null: the working calendar gives it
     */
    record Part(
            UUID unitId,
            SupervisionAssignment.Duty duty,
            @Nullable Instant dueAt) {}

    void check() {
        var hosts = assignments.stream()
                .filter(part -> part.duty() == SupervisionAssignment.Duty.HOST)
                .count();
        if (hosts != 1) {
            throw Refusal.of(RefusalCode.E_GEN_HOST_REQUIRED, "须有且只有一个主办单位。", "There must be exactly one host unit.");
        }
        if (units().size() != assignments.size()) {
            throw Refusal.invalid("/assignments", "同一单位不能承担两项。", "A unit can be named once only.");
        }
        new Requirement(requirement).requireMoreThanPaper();
    }

    Part host() {
        return assignments.stream()
                .filter(part -> part.duty() == SupervisionAssignment.Duty.HOST)
                .findFirst()
                .orElseThrow();
    }

    List<Part> co() {
        return assignments.stream()
                .filter(part -> part.duty() == SupervisionAssignment.Duty.CO)
                .toList();
    }

    Set<UUID> units() {
        return assignments.stream().map(Part::unitId).collect(Collectors.toSet());
    }
}
