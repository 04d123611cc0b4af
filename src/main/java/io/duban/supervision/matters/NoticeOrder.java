package io.duban.supervision.matters;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A notice to be issued, and to whom.
 *
 * @param outerDueAt the date a superior has set; the hosts' own lies one working day before it; null when there is none
 * @param chaserId who chases the units (专人催办), one of those who run the matter; null: who issues the notice
 */
record NoticeOrder(
        SupervisionNotice.Kind kind,
        String requirement,
        List<Part> assignments,
        Set<UUID> fieldSupervisorIds,
        @Nullable Instant outerDueAt,
        @Nullable UUID chaserId) {

    /**
     * One unit's part.
     *
     * @param dueAt null: the working calendar gives it
     */
    record Part(
            UUID unitId,
            SupervisionAssignment.Duty duty,
            @Nullable Instant dueAt) {}

    /** One host, or several units that each answer for themselves (分办). */
    void check() {
        var hosts = with(SupervisionAssignment.Duty.HOST).size();
        var allSeparate = with(SupervisionAssignment.Duty.SEPARATE).size() == assignments.size();
        if (!allSeparate && hosts != 1
                || hosts == 1 && !with(SupervisionAssignment.Duty.SEPARATE).isEmpty()) {
            throw Refusal.of(
                    RefusalCode.E_GEN_HOST_REQUIRED,
                    "须有且只有一个主办单位,或者各单位全部分办。",
                    "There must be exactly one host unit, unless all units are SEPARATE.");
        }
        if (units().size() != assignments.size()) {
            throw Refusal.invalid("/assignments", "同一单位不能承担两项。", "A unit can be named once only.");
        }
        new Requirement(requirement).requireMoreThanPaper();
    }

    /** Those who answer for a result. */
    List<Part> leading() {
        return assignments.stream().filter(part -> part.duty().leads()).toList();
    }

    List<Part> with(SupervisionAssignment.Duty duty) {
        return assignments.stream().filter(part -> part.duty() == duty).toList();
    }

    Set<UUID> units() {
        return assignments.stream().map(Part::unitId).collect(Collectors.toSet());
    }
}
